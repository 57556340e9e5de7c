package org.aegle.imaging.arrival;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import org.aegle.access.AccessPolicy;
import org.aegle.access.Activity;
import org.aegle.access.Caller;
import org.aegle.access.SignIn;
import org.aegle.directory.Role;
import org.aegle.refusal.Conflict;
import org.aegle.refusal.Outage;
import org.aegle.refusal.TooLarge;
import org.aegle.storage.BlobVault;
import org.aegle.storage.BlobWriter;
import org.aegle.storage.StoredBlob;

/**
 * Uploads from a browser that survive a broken connection: what arrived is kept, sealed, and the sender goes on from
 * there. An upload belongs to the account that began it; nobody else can see or continue it.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RolesAllowed({Role.Names.PHYSICIAN, Role.Names.RADIOLOGIST, Role.Names.TECHNOLOGIST, Role.Names.CLERK})
public class Uploads {
    /** Bytes that one upload may have. */
    public static final long LARGEST = 64L << 30;

    private static final System.Logger LOG = System.getLogger(Uploads.class.getName());
    private static final Duration ABANDONED = Duration.ofDays(3);
    private static final int BLOCK = 64 << 10;

    @Inject
    private AccessPolicy policy;

    @Inject
    private UploadRecords records;

    @Inject
    private UploadContent content;

    @Inject
    private BlobVault vault;

    @Inject
    private SignIn signIn;

    @Resource
    private ManagedExecutorService background;

    /** Begins an upload of {@code length} bytes. Refuses with {@link TooLarge}. */
    public UploadView create(Caller caller, String fileName, long length) {
        policy.require(caller, Activity.STORE_INSTANCE);
        if (length > LARGEST) {
            throw new TooLarge("an upload, in bytes", LARGEST);
        }
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        String name = fileName.isBlank() ? "upload" : fileName.substring(0, Math.min(fileName.length(), 1000));
        UploadView upload = records.create(HexFormat.of().formatHex(random), caller.account(), name, length);
        return length == 0 ? records.done(upload.id(), List.of(UploadContent.empty(name))) : upload;
    }

    public UploadView get(Caller caller, String id) {
        return records.get(caller.account(), id);
    }

    /**
     * Takes the bytes from {@code offset} on until the sender ends or breaks off, and keeps what came. With the last
     * byte the objects in it are stored, and the outcome of each is told. Refuses with {@link Conflict} when
     * {@code offset} is not what is here already.
     */
    public UploadView append(Caller caller, String id, long offset, InputStream bytes) throws IOException {
        policy.require(caller, Activity.STORE_INSTANCE);
        UploadView upload = records.get(caller.account(), id);
        if (upload.state() != UploadState.RECEIVING || upload.received() != offset) {
            throw new Conflict(Conflict.Reason.STALE_VERSION, Long.toString(upload.received()));
        }
        try (BlobWriter writer = vault.write()) {
            copy(bytes, writer, upload.length() - offset);
            if (writer.length() == 0) {
                return upload;
            }
            upload = keep(caller, id, offset, writer.publish());
        }
        return upload.state() == UploadState.STORING ? store(caller, upload) : upload;
    }

    /** Gives an upload up; what was stored already stays. */
    public void cancel(Caller caller, String id) throws IOException {
        records.cancel(caller.account(), id);
        discardParts(id);
    }

    /** The caller's uploads of the last 24 hours, newest first. */
    public List<UploadView> today(Caller caller) {
        return records.since(caller.account(), Instant.now().minus(1, ChronoUnit.DAYS));
    }

    /** Goes on with what the end of the server interrupted; storing twice has no effect. */
    @PermitAll
    public void resumeInterrupted() {
        records.interrupted().forEach((id, account) -> signIn.onBehalfOf(account)
                .ifPresent(caller -> background.submit(() -> store(caller, records.get(account, id)))));
    }

    @PermitAll
    @Schedule(hour = "3", minute = "17", persistent = false)
    public void discardAbandoned() {
        records.abandoned(Instant.now().minus(ABANDONED)).forEach((id, account) -> {
            records.cancel(account, id);
            try {
                discardParts(id);
            } catch (IOException e) {
                LOG.log(System.Logger.Level.WARNING, "Parts of the abandoned upload {0} could not be removed", id);
            }
        });
    }

    private UploadView keep(Caller caller, String id, long offset, StoredBlob part) throws IOException {
        try {
            return records.append(caller.account(), id, offset, part);
        } catch (RuntimeException e) {
            if (Outage.of(e).isEmpty()) {
                vault.delete(part);
            }
            throw e;
        }
    }

    private UploadView store(Caller caller, UploadView upload) {
        try {
            List<UploadedFile> files = content.store(caller, upload, records.parts(upload.id()));
            UploadView done = records.done(upload.id(), files);
            discardParts(upload.id());
            return done;
        } catch (IOException e) {
            throw new UncheckedIOException("upload " + upload.id() + " could not be stored", e);
        }
    }

    private void discardParts(String id) throws IOException {
        List<StoredBlob> parts = records.parts(id);
        records.forgetParts(id);
        for (StoredBlob part : parts) {
            vault.delete(part);
        }
    }

    /** A sender that breaks off is no fault here: what came before counts. */
    private static void copy(InputStream from, BlobWriter to, long most) throws IOException {
        byte[] block = new byte[BLOCK];
        long left = most;
        while (left > 0) {
            int count;
            try {
                count = from.read(block, 0, (int) Math.min(block.length, left));
            } catch (IOException senderBrokeOff) {
                LOG.log(System.Logger.Level.DEBUG, "An upload broke off and waits to be continued");
                return;
            }
            if (count < 0) {
                return;
            }
            to.write(block, 0, count);
            left -= count;
        }
    }
}
