package org.aegle.storage;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** The names of objects whose rows are gone and whose bytes must go too. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
@PermitAll
public class BlobRemovalJournal {
    private static final int BATCH = 500;

    @PersistenceContext(unitName = "aegle")
    private EntityManager entities;

    /** Adds an object in the current transaction, whose row goes with it. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void add(String id) {
        entities.createNativeQuery("insert into blob_removal (blob_id) values (?) on conflict do nothing")
                .setParameter(1, id)
                .executeUpdate();
        entities.createNativeQuery("delete from blob where id = ?")
                .setParameter(1, id)
                .executeUpdate();
    }

    /** The next names in their order. */
    public List<String> after(String id) {
        List<?> found = entities.createNativeQuery(
                        "select blob_id from blob_removal where blob_id > ? order by blob_id limit " + BATCH)
                .setParameter(1, id)
                .getResultList();
        return found.stream().map(Object::toString).toList();
    }

    public void forget(List<String> ids) {
        for (String id : ids) {
            entities.createNativeQuery("delete from blob_removal where blob_id = ?")
                    .setParameter(1, id)
                    .executeUpdate();
        }
    }
}
