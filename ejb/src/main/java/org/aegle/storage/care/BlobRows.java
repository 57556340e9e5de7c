package org.aegle.storage.care;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aegle.search.Rows;
import org.aegle.storage.StoredBlob;

/** What the database knows of stored objects, in the order of their names; each question a short transaction. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
@PermitAll
public class BlobRows {
    private static final String COLUMNS = "select id, length, sha256, wrapped_key from blob";

    @PersistenceContext(unitName = "aegle")
    private EntityManager entities;

    /** The next objects behind a name, up to and with another. */
    public List<StoredBlob> between(String position, String bound, int most) {
        return blobs(entities.createNativeQuery(COLUMNS + " where id > ? and id <= ? order by id")
                .setParameter(1, position)
                .setParameter(2, bound)
                .setMaxResults(most));
    }

    /** The next objects behind a name whose keys are sealed by another master key than the named one. */
    public List<StoredBlob> sealedOtherwise(String masterKey, String position, int most) {
        return blobs(entities.createNativeQuery(COLUMNS
                        + " where id > ? and encode(substring(wrapped_key from 1 for 4), 'hex') <> ? order by id")
                .setParameter(1, position)
                .setParameter(2, masterKey)
                .setMaxResults(most));
    }

    /** Puts a newly sealed key in the place of the one that was read; no effect when that has changed. */
    public void reseal(StoredBlob before, StoredBlob after) {
        entities.createNativeQuery("update blob set wrapped_key = ? where id = ? and wrapped_key = ?")
                .setParameter(1, after.wrappedKey())
                .setParameter(2, before.id())
                .setParameter(3, before.wrappedKey())
                .executeUpdate();
    }

    /** Names of all objects that begin so. */
    public Set<String> names(String prefix) {
        List<?> names = entities.createNativeQuery("select id from blob where id >= ? and id <= ?")
                .setParameter(1, prefix)
                .setParameter(2, prefix + Pace.END)
                .getResultList();
        Set<String> found = new HashSet<>();
        names.forEach(name -> found.add((String) name));
        return found;
    }

    public boolean has(String id) {
        return !entities.createNativeQuery("select 1 from blob where id = ?")
                .setParameter(1, id)
                .getResultList()
                .isEmpty();
    }

    /** For each master key that sealed something, one object of its. */
    public List<StoredBlob> oneOfEachKey() {
        return blobs(entities.createNativeQuery(COLUMNS + " where id in (select min(id) from blob group by"
                + " case when length(wrapped_key) = 60 then '' else encode(substring(wrapped_key from 1 for 4), 'hex')"
                + " end)"));
    }

    private static List<StoredBlob> blobs(Query query) {
        return Rows.of(query).stream()
                .map(c -> new StoredBlob((String) c[0], Rows.number(c[1]), (byte[]) c[2], (byte[]) c[3]))
                .toList();
    }
}
