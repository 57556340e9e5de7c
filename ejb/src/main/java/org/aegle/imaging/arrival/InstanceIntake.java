package org.aegle.imaging.arrival;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import org.aegle.access.AccessPolicy;
import org.aegle.access.Activity;
import org.aegle.access.Caller;
import org.aegle.audit.AuditAction;
import org.aegle.audit.AuditEntry;
import org.aegle.audit.AuditOutcome;
import org.aegle.audit.AuditTrail;
import org.aegle.dicom.io.DicomObject;
import org.aegle.dicom.io.DicomParseException;
import org.aegle.dicom.io.DicomReader;
import org.aegle.refusal.NotPermitted;
import org.aegle.refusal.Unavailable;
import org.aegle.storage.BlobVault;
import org.aegle.storage.BlobWriter;
import org.aegle.storage.StoredBlob;
import org.apache.commons.io.input.TeeInputStream;

/**
 * The way of every object into the archive, whichever door it comes by, and the one place that knows the order: read
 * while hashing, sealing and staging; make durable; enter into the index with its audit line; only then answer. It has
 * no transaction of its own, since no transaction may wait for a sender.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class InstanceIntake {
    private final DicomReader reader = new DicomReader();

    @Inject
    private AccessPolicy policy;

    @Inject
    private BlobVault vault;

    @Inject
    private StudyIndex index;

    @Inject
    private AuditTrail trail;

    /**
     * Takes one DICOM Part 10 object to the end of the stream. Refuses with {@link NotPermitted} when the caller may
     * store nothing at all; everything else is an outcome.
     *
     * @param expectedStudy Study Instance UID that it must have, or empty for any
     * @throws IOException when the sender breaks off or the store fails; nothing is kept then
     */
    public StoreOutcome receive(Caller caller, InputStream object, String expectedStudy) throws IOException {
        return take(caller, object, expectedStudy).complete();
    }

    /**
     * The first half of {@link #receive}: the object is read and staged, but neither durable nor findable before
     * {@link TakenObject#complete()}. So that the disk works on one object while the next one comes in.
     */
    public TakenObject take(Caller caller, InputStream object, String expectedStudy) throws IOException {
        String basis = policy.require(caller, Activity.STORE_INSTANCE);
        BlobWriter writer = null;
        try {
            writer = vault.write();
            ArrivedInstance arrived = read(object, writer, expectedStudy);
            BlobWriter staged = writer;
            writer = null;
            return () -> complete(caller, basis, arrived, staged);
        } catch (DicomParseException e) {
            String detail = "byte " + e.offset() + (e.path().isEmpty() ? "" : ", " + e.path());
            RefusalReason reason = RefusalReason.valueOf(e.reason().name());
            return () -> refused(caller, basis, ObjectIdentity.UNKNOWN, reason, detail);
        } catch (UnfitObject e) {
            return () -> refused(caller, basis, e.identity(), e.reason(), e.detail());
        } catch (Unavailable e) {
            return () -> refused(caller, basis, ObjectIdentity.UNKNOWN, RefusalReason.NO_SPACE, "");
        } finally {
            if (writer != null) {
                writer.close();
            }
        }
    }

    private StoreOutcome complete(Caller caller, String basis, ArrivedInstance arrived, BlobWriter staged)
            throws IOException {
        try (staged) {
            return index(caller, basis, arrived, staged.publish());
        }
    }

    private ArrivedInstance read(InputStream object, BlobWriter writer, String expectedStudy)
            throws IOException, UnfitObject {
        DicomObject read = reader.read(new TeeInputStream(object, writer));
        ArrivedInstance arrived = InstanceHeader.of(read);
        ObjectIdentity identity = arrived.identity();
        if (!expectedStudy.isEmpty() && !expectedStudy.equals(identity.studyInstanceUid())) {
            throw new UnfitObject(identity, RefusalReason.STUDY_DIFFERS, identity.studyInstanceUid());
        }
        return arrived;
    }

    private StoreOutcome index(Caller caller, String basis, ArrivedInstance arrived, StoredBlob blob)
            throws IOException {
        boolean kept = false;
        try {
            StoreOutcome outcome = index.add(caller, basis, arrived, blob);
            kept = outcome instanceof StoreOutcome.Stored || outcome instanceof StoreOutcome.SetAside;
            return outcome;
        } finally {
            if (!kept) {
                vault.delete(blob);
            }
        }
    }

    private StoreOutcome refused(
            Caller caller, String basis, ObjectIdentity identity, RefusalReason reason, String detail) {
        trail.recordAlone(AuditEntry.of(AuditAction.STORE, caller.agent(), basis)
                .on("Instance", identity.sopInstanceUid())
                .ending(AuditOutcome.FAILED)
                .with(reason + " " + detail));
        return new StoreOutcome.Refused(identity, reason, detail);
    }
}
