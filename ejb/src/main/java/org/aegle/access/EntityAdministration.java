package org.aegle.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aegle.audit.AuditAction;
import org.aegle.audit.AuditEntry;
import org.aegle.audit.AuditTrail;
import org.aegle.directory.ApplicationEntities;
import org.aegle.directory.ApplicationEntity;
import org.aegle.directory.EntityDescription;
import org.aegle.directory.Organization;
import org.aegle.directory.PrivateSopClass;
import org.aegle.directory.PrivateSopClasses;
import org.aegle.directory.Role;
import org.aegle.refusal.Conflict;
import org.aegle.refusal.NotFound;

/** Administering the application entities; a change holds from the next association on. */
@Stateless
@RolesAllowed(Role.Names.ADMINISTRATOR)
public class EntityAdministration {
    private static final String TYPE = "ApplicationEntity";
    private static final String SOP_CLASS = "PrivateSopClass";

    @PersistenceContext(unitName = "aegle")
    private EntityManager entities;

    @Inject
    private ApplicationEntities directory;

    @Inject
    private PrivateSopClasses privateSopClasses;

    @Inject
    private AccessPolicy policy;

    @Inject
    private AuditTrail trail;

    /** All, by AE title. */
    public List<EntityView> all(Caller caller) {
        record(caller, AuditAction.READ, TYPE, "", "all");
        return directory.all().stream().map(EntityAdministration::view).toList();
    }

    /** Refuses with {@link NotFound}. */
    public EntityView get(Caller caller, long id) {
        ApplicationEntity entity =
                directory.find(id).orElseThrow(() -> new NotFound("ApplicationEntity", Long.toString(id)));
        record(caller, AuditAction.READ, TYPE, entity.aeTitle(), "");
        return view(entity);
    }

    /** Refuses with {@link org.aegle.refusal.Invalid}, and with {@link Conflict} when the AE title is taken. */
    public EntityView create(Caller caller, EntityDescription description) {
        record(caller, AuditAction.CREATE, TYPE, description.aeTitle(), description.toString());
        return view(directory.create(description));
    }

    /**
     * Refuses as {@link #create} does, and with {@link Conflict} when it was changed meanwhile.
     *
     * @param version that was looked at when the change was made
     */
    public EntityView update(Caller caller, long id, long version, EntityDescription description) {
        record(caller, AuditAction.UPDATE, TYPE, description.aeTitle(), description.toString());
        return view(directory.update(id, version, description));
    }

    /** Refuses with {@link Conflict} when it was changed meanwhile. */
    public void delete(Caller caller, long id, long version) {
        String basis = policy.require(caller, Activity.ADMINISTER);
        ApplicationEntity gone = directory.delete(id, version);
        trail.record(AuditEntry.of(AuditAction.DELETE, caller.agent(), basis)
                .on(TYPE, gone.aeTitle())
                .with(gone.describe().toString()));
    }

    /** Keys and names of those that an entity can belong to, by name. */
    public Map<String, Long> organizations(Caller caller) {
        policy.require(caller, Activity.ADMINISTER);
        Map<String, Long> byName = new TreeMap<>();
        entities.createQuery("select o from Organization o", Organization.class)
                .getResultList()
                .forEach(one -> byName.put(one.name(), one.id().value()));
        return byName;
    }

    /** Storage SOP classes beyond the standard's that are stored. */
    public List<PrivateSopClass> sopClasses(Caller caller) {
        policy.require(caller, Activity.ADMINISTER);
        return privateSopClasses.all();
    }

    /** Stores objects of one more; refuses with {@link org.aegle.refusal.Invalid}. */
    public void addSopClass(Caller caller, PrivateSopClass added) {
        record(caller, AuditAction.CREATE, SOP_CLASS, added.uid(), added.name());
        privateSopClasses.put(added);
    }

    /** Stores no more objects of one. */
    public void removeSopClass(Caller caller, String uid) {
        record(caller, AuditAction.DELETE, SOP_CLASS, uid, "");
        privateSopClasses.remove(uid);
    }

    private void record(Caller caller, AuditAction action, String type, String entity, String detail) {
        String basis = policy.require(caller, Activity.ADMINISTER);
        trail.record(
                AuditEntry.of(action, caller.agent(), basis).on(type, entity).with(detail));
    }

    private static EntityView view(ApplicationEntity entity) {
        return new EntityView(
                entity.id(), entity.version(), entity.organization().name(), entity.describe());
    }
}
