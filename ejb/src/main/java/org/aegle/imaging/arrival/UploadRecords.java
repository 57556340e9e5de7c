package org.aegle.imaging.arrival;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.aegle.refusal.Conflict;
import org.aegle.refusal.NotFound;
import org.aegle.storage.Blob;
import org.aegle.storage.StoredBlob;

/** What the database knows of uploads, each step a short transaction of its own. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
@PermitAll
public class UploadRecords {
    @PersistenceContext(unitName = "aegle")
    private EntityManager entities;

    public UploadView create(String id, long account, String fileName, long length) {
        Upload upload = new Upload(id, account, fileName, length, now());
        entities.persist(upload);
        return upload.view();
    }

    public UploadView get(long account, String id) {
        return require(account, id).view();
    }

    /** Adds a part behind what is there; of two senders of the same part, the second is refused. */
    public UploadView append(long account, String id, long offset, StoredBlob part) {
        Upload upload = require(account, id);
        entities.lock(upload, LockModeType.PESSIMISTIC_WRITE);
        entities.refresh(upload);
        if (!upload.isAt(offset)) {
            throw new Conflict(
                    Conflict.Reason.STALE_VERSION, Long.toString(upload.view().received()));
        }
        entities.persist(new Blob(part));
        entities.flush();
        entities.createNativeQuery("insert into upload_part (upload_id, first_byte, blob_id) values (?, ?, ?)")
                .setParameter(1, id)
                .setParameter(2, offset)
                .setParameter(3, part.id())
                .executeUpdate();
        upload.received(part.length(), now());
        return upload.view();
    }

    public List<StoredBlob> parts(String id) {
        List<String> ids = partIds(id);
        if (ids.isEmpty()) {
            return List.of();
        }
        return entities.createQuery("select b from Blob b where b.id in :ids", Blob.class)
                .setParameter("ids", ids)
                .getResultStream()
                .map(Blob::stored)
                .sorted(java.util.Comparator.comparing(b -> ids.indexOf(b.id())))
                .toList();
    }

    public UploadView done(String id, List<UploadedFile> files) {
        Upload upload = entities.find(Upload.class, id);
        upload.done(files, now());
        return upload.view();
    }

    public void cancel(long account, String id) {
        require(account, id).cancel(now());
    }

    /** Forgets the parts; their bytes are the caller's to delete. */
    public void forgetParts(String id) {
        List<String> ids = partIds(id);
        entities.createNativeQuery("delete from upload_part where upload_id = ?")
                .setParameter(1, id)
                .executeUpdate();
        for (String blob : ids) {
            Optional.ofNullable(entities.find(Blob.class, blob)).ifPresent(entities::remove);
        }
    }

    public List<UploadView> since(long account, Instant from) {
        return entities.createQuery(
                        "select u from Upload u where u.account = :account and u.createdAt >= :from"
                                + " and u.state <> :cancelled order by u.createdAt desc",
                        Upload.class)
                .setParameter("account", account)
                .setParameter("from", from)
                .setParameter("cancelled", UploadState.CANCELLED)
                .getResultStream()
                .map(Upload::view)
                .toList();
    }

    /** Owner by upload, of those whose storing was cut off by the end of the server. */
    public java.util.Map<String, Long> interrupted() {
        return entities.createQuery("select u from Upload u where u.state = :state", Upload.class)
                .setParameter("state", UploadState.STORING)
                .getResultStream()
                .collect(java.util.stream.Collectors.toMap(u -> u.view().id(), Upload::account));
    }

    /** Owner by upload, of those that nobody went on with. */
    public java.util.Map<String, Long> abandoned(Instant before) {
        return entities.createQuery(
                        "select u from Upload u where u.state = :state and u.updatedAt < :before", Upload.class)
                .setParameter("state", UploadState.RECEIVING)
                .setParameter("before", before)
                .getResultStream()
                .collect(java.util.stream.Collectors.toMap(u -> u.view().id(), Upload::account));
    }

    private List<String> partIds(String id) {
        List<?> ids = entities.createNativeQuery(
                        "select blob_id from upload_part where upload_id = ? order by first_byte")
                .setParameter(1, id)
                .getResultList();
        return ids.stream().map(Object::toString).toList();
    }

    private Upload require(long account, String id) {
        return Optional.ofNullable(entities.find(Upload.class, id))
                .filter(u -> u.isOf(account))
                .orElseThrow(() -> new NotFound("upload", id));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
