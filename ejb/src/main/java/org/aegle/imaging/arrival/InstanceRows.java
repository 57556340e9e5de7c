package org.aegle.imaging.arrival;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aegle.search.RowInsert;
import org.aegle.search.Rows;
import org.aegle.search.Selection;
import org.aegle.storage.StoredBlob;

/** The rows of instances and their blobs, for the objects of one transaction. */
final class InstanceRows {
    private static final RowInsert BLOBS =
            new RowInsert("insert into blob (id, length, sha256, wrapped_key)", "(?, ?, ?, ?)", "returning id");
    private static final RowInsert INSTANCES = new RowInsert(
            "insert into instance (id, series_id, study_id, sop_instance_uid, sop_class_uid, transfer_syntax_uid,"
                    + " instance_number, rows, columns, bits_allocated, frames, blob_id, attributes, frame_index,"
                    + " received_from, correction_id)",
            "(nextval('instance_seq'), ?, ?, ?, ?, ?, cast(? as integer), ?, ?, ?, ?, ?, ?, ?, ?, nullif(?, 0))",
            "on conflict (sop_instance_uid) do nothing returning blob_id");

    private final EntityManager entities;
    private final String sender;

    /** @param sender who sent the objects */
    InstanceRows(EntityManager entities, String sender) {
        this.entities = entities;
        this.sender = sender;
    }

    /** Those of the SOP Instance UIDs that are stored already. */
    Map<String, Known> known(Collection<String> uids) {
        String marks = String.join(", ", Collections.nCopies(uids.size(), "?"));
        String sql =
                "select o.sop_instance_uid, b.id, b.length, b.sha256, b.wrapped_key, s.organization_id, s.patient_id"
                        + " from instance o join blob b on b.id = o.blob_id join study s on s.id = o.study_id"
                        + " where o.sop_instance_uid in (" + marks + ")";
        Map<String, Known> known = new HashMap<>();
        Selection.run(entities, sql, List.copyOf(uids)).forEach(c -> known.put((String) c[0], known(c)));
        return known;
    }

    private static Known known(Object[] c) {
        StoredBlob blob = new StoredBlob((String) c[1], Rows.number(c[2]), (byte[]) c[3], (byte[]) c[4]);
        return new Known(blob, Rows.number(c[5]), Rows.number(c[6]));
    }

    /** Adds instances; gives the names of the blobs of those that nobody added before. */
    Set<String> add(List<Placed> instances) {
        addBlobs(instances.stream().map(placed -> placed.instance().blob()).toList());
        return addKept(instances);
    }

    /** The same for objects whose blobs have rows already. */
    Set<String> addKept(List<Placed> instances) {
        Set<String> added = new HashSet<>();
        INSTANCES.run(entities, instances.stream().map(this::row).toList()).forEach(id -> added.add((String) id));
        return added;
    }

    /** Forgets the blob of an object that somebody else added at the same time. */
    void forget(StoredBlob blob) {
        entities.createNativeQuery("delete from blob where id = ?")
                .setParameter(1, blob.id())
                .executeUpdate();
    }

    void addBlobs(List<StoredBlob> blobs) {
        BLOBS.run(
                entities,
                blobs.stream()
                        .map(blob -> new Object[] {blob.id(), blob.length(), blob.sha256(), blob.wrappedKey()})
                        .toList());
    }

    private Object[] row(Placed placed) {
        ObjectIdentity identity = placed.instance().identity();
        ArrivedInstance.InstanceAttributes instance =
                placed.instance().arrived().instance();
        return new Object[] {
            placed.at().series(),
            placed.at().study(),
            identity.sopInstanceUid(),
            identity.sopClassUid(),
            instance.transferSyntaxUid(),
            instance.number().isPresent() ? Integer.valueOf(instance.number().getAsInt()) : null,
            instance.rows(),
            instance.columns(),
            instance.bitsAllocated(),
            instance.frames(),
            placed.instance().blob().id(),
            instance.document(),
            instance.frameIndex(),
            sender,
            placed.at().correction()
        };
    }

    /** An instance that is stored: its bytes, keys of its organisation and its patient. */
    record Known(StoredBlob blob, long organization, long patient) {}

    /** An instance and where it belongs. */
    record Placed(DurableInstance instance, Placement.At at) {}
}
