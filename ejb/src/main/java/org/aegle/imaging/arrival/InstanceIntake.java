package org.aegle.imaging.arrival;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
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
import org.aegle.directory.PrivateSopClasses;
import org.aegle.refusal.NotPermitted;
import org.aegle.refusal.Outage;
import org.aegle.refusal.Unavailable;
import org.aegle.storage.BlobVault;
import org.aegle.storage.BlobWriter;
import org.apache.commons.io.input.TeeInputStream;

/**
 * The way of every object into the archive, whichever door it comes by, and the one place that knows the order: read
 * while hashing, sealing and staging; make durable; enter into the index with its audit line; only then answer. It has
 * no transaction of its own, since no transaction may wait for a sender.
 */
@ApplicationScoped
public class InstanceIntake {
    private final DicomReader reader = new DicomReader();

    @Inject
    private AccessPolicy policy;

    @Inject
    private BlobVault vault;

    @Inject
    private StudyIndex index;

    @Inject
    private DatasetComparison comparison;

    @Inject
    private PrivateSopClasses privateSopClasses;

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
        String basis = policy.require(caller, Activity.STORE_INSTANCE);
        TakenObject taken = take(caller, basis, object, expectedStudy);
        if (taken instanceof TakenObject.Staged staged) {
            DurableInstance durable;
            try {
                durable = staged.publish();
            } catch (Unavailable e) {
                return noSpace(caller, staged);
            }
            return enterAlone(caller, durable);
        }
        return ((TakenObject.Unfit) taken).outcome();
    }

    /** The outcome of an object that the store did not take in the end. */
    StoreOutcome noSpace(Caller caller, TakenObject.Staged staged) {
        return unfit(caller, staged.basis(), staged.arrived().identity(), RefusalReason.NO_SPACE, "")
                .outcome();
    }

    /**
     * The first half of {@link #receive}: the object is read and staged.
     *
     * @param basis why the sender may store
     */
    TakenObject take(Caller caller, String basis, InputStream object, String expectedStudy) throws IOException {
        BlobWriter writer = null;
        try {
            writer = vault.write();
            TakenObject taken = new TakenObject.Staged(basis, read(object, writer, expectedStudy), writer);
            writer = null;
            return taken;
        } catch (DicomParseException e) {
            String detail = "byte " + e.offset() + (e.path().isEmpty() ? "" : ", " + e.path());
            RefusalReason reason = RefusalReason.valueOf(e.reason().name());
            return unfit(caller, basis, ObjectIdentity.UNKNOWN, reason, detail);
        } catch (UnfitObject e) {
            return unfit(caller, basis, e.identity(), e.reason(), e.detail());
        } catch (Unavailable e) {
            return unfit(caller, basis, ObjectIdentity.UNKNOWN, RefusalReason.NO_SPACE, "");
        } finally {
            if (writer != null) {
                writer.close();
            }
        }
    }

    /**
     * The last step: durable objects of one sender become findable together, all or none; the outcomes come in their
     * order. When it fails, each must be entered alone.
     */
    List<StoreOutcome> enter(Caller caller, List<DurableInstance> instances) throws IOException {
        List<StoreOutcome> outcomes = index(caller, instances);
        for (int i = 0; i < outcomes.size(); i++) {
            if (!keeps(outcomes.get(i))) {
                vault.delete(instances.get(i).blob());
            }
        }
        return outcomes;
    }

    private List<StoreOutcome> index(Caller caller, List<DurableInstance> instances) throws IOException {
        List<DurableInstance> compared = instances;
        while (true) {
            try {
                return index.add(caller, compared);
            } catch (UncomparedContent e) {
                // Each round knows of more of them; no transaction waits for the store meanwhile.
                compared = comparison.compare(compared, e.pairs());
            }
        }
    }

    /**
     * The same for one object, of which nothing is kept on a failure. A database that broke off may have committed
     * nevertheless: then the bytes stay, and go with the next sweep when there are no rows for them.
     */
    StoreOutcome enterAlone(Caller caller, DurableInstance instance) throws IOException {
        try {
            return enter(caller, List.of(instance)).get(0);
        } catch (RuntimeException e) {
            if (Outage.of(e).isEmpty() && !index.refersTo(instance.blob())) {
                vault.delete(instance.blob());
            }
            throw e;
        }
    }

    private static boolean keeps(StoreOutcome outcome) {
        return outcome instanceof StoreOutcome.Stored
                || outcome instanceof StoreOutcome.SetAside aside && !aside.again();
    }

    private ArrivedInstance read(InputStream object, BlobWriter writer, String expectedStudy)
            throws IOException, UnfitObject {
        DicomObject read = reader.read(new TeeInputStream(object, writer));
        ArrivedInstance arrived = InstanceHeader.of(read, privateSopClasses::has);
        ObjectIdentity identity = arrived.identity();
        if (!expectedStudy.isEmpty() && !expectedStudy.equals(identity.studyInstanceUid())) {
            throw new UnfitObject(identity, RefusalReason.STUDY_DIFFERS, identity.studyInstanceUid());
        }
        return arrived;
    }

    /** Records that something a sender told of is no object. Refuses as {@link #receive}. */
    public StoreOutcome.Refused refuse(Caller caller, ObjectIdentity identity, RefusalReason reason, String detail) {
        String basis = policy.require(caller, Activity.STORE_INSTANCE);
        return unfit(caller, basis, identity, reason, detail).outcome();
    }

    private TakenObject.Unfit unfit(
            Caller caller, String basis, ObjectIdentity identity, RefusalReason reason, String detail) {
        trail.recordAlone(AuditEntry.of(AuditAction.STORE, caller.agent(), basis)
                .on("Instance", identity.sopInstanceUid())
                .ending(AuditOutcome.FAILED)
                .with(reason + " " + detail));
        return new TakenObject.Unfit(new StoreOutcome.Refused(identity, reason, detail));
    }
}
