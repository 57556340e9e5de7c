package org.aegle.directory;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.aegle.dicom.dictionary.SopClasses;
import org.aegle.refusal.Invalid;
import org.aegle.search.Rows;

/** Vendors' storage SOP classes that an administrator allowed. Called by other boundaries, which decide who may. */
@Stateless
@PermitAll
public class PrivateSopClasses {
    private static final String FORM = "[0-2](\\.(0|[1-9][0-9]*))+";
    private static final int LONGEST_UID = 64;

    @PersistenceContext(unitName = "aegle")
    private EntityManager entities;

    /** All, by UID. */
    public List<PrivateSopClass> all() {
        return Rows.of(entities.createNativeQuery("select uid, name from private_sop_class order by uid")).stream()
                .map(row -> new PrivateSopClass((String) row[0], (String) row[1]))
                .toList();
    }

    /** Their UIDs. */
    public Set<String> uids() {
        return all().stream().map(PrivateSopClass::uid).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether it is one of them. */
    public boolean has(String uid) {
        return !entities.createNativeQuery("select 1 from private_sop_class where uid = ?")
                .setParameter(1, uid)
                .getResultList()
                .isEmpty();
    }

    /** Allows one, or names it anew. Refuses with {@link Invalid} what is no UID, or one of the standard's own classes. */
    public void put(PrivateSopClass added) {
        if (added.uid().length() > LONGEST_UID || !added.uid().matches(FORM)) {
            throw new Invalid("sopClass", "must be a UID of at most 64 digits and dots");
        }
        if (SopClasses.standard().find(added.uid()).isPresent() || added.uid().startsWith("1.2.840.10008.")) {
            throw new Invalid("sopClass", "must not be one of the standard's own");
        }
        entities.createNativeQuery("insert into private_sop_class (uid, name) values (?, ?)"
                        + " on conflict (uid) do update set name = excluded.name")
                .setParameter(1, added.uid())
                .setParameter(2, added.name())
                .executeUpdate();
    }

    /** Takes no more objects of one; those that are there stay. */
    public void remove(String uid) {
        entities.createNativeQuery("delete from private_sop_class where uid = ?")
                .setParameter(1, uid)
                .executeUpdate();
    }
}
