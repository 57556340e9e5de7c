package org.aegle.directory;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aegle.id.OrganizationId;
import org.aegle.refusal.Conflict;
import org.aegle.refusal.Invalid;
import org.aegle.refusal.NotFound;

/** The application entities that this archive knows. Called by other boundaries, which decide who may. */
@Stateless
@PermitAll
public class ApplicationEntities {
    @PersistenceContext(unitName = "aegle")
    private EntityManager entities;

    /** The entity with an AE title; capitals and small letters differ. */
    public Optional<ApplicationEntity> find(String aeTitle) {
        return entities.createQuery(
                        "select e from ApplicationEntity e where e.aeTitle = :aeTitle", ApplicationEntity.class)
                .setParameter("aeTitle", aeTitle)
                .getResultStream()
                .findFirst();
    }

    /**
     * Makes one known that may call. Refuses with {@link Invalid} what are no addresses.
     *
     * @param addresses addresses and networks that it may call from, see {@link NetworkAddresses}
     */
    public void createCaller(
            String aeTitle,
            String description,
            OrganizationId organization,
            Set<EntityService> services,
            String addresses) {
        ApplicationEntity entity = create(aeTitle, description, organization);
        entity.allow(services, addresses);
    }

    /** Makes C-MOVE able to send to an entity, which becomes known if it is not. */
    public void addDestination(String aeTitle, String description, OrganizationId organization, String host, int port) {
        find(aeTitle)
                .orElseGet(() -> create(aeTitle, description, organization))
                .listenAt(host, port);
    }

    /** All, by AE title. */
    public List<ApplicationEntity> all() {
        return entities.createQuery("select e from ApplicationEntity e order by e.aeTitle", ApplicationEntity.class)
                .getResultList();
    }

    /** The entity with a key. */
    public Optional<ApplicationEntity> find(long id) {
        return Optional.ofNullable(entities.find(ApplicationEntity.class, id));
    }

    /** Makes one known. Refuses with {@link Invalid}, and with {@link Conflict} when the AE title is taken. */
    public ApplicationEntity create(EntityDescription description) {
        requireFree(description.aeTitle(), 0);
        ApplicationEntity entity =
                new ApplicationEntity(description.aeTitle(), "", organization(description.organization()));
        entity.change(description, entity.organization());
        entities.persist(entity);
        entities.flush();
        return entity;
    }

    /** Changes one; refuses as {@link #create} does, and with {@link Conflict} when it was changed meanwhile. */
    public ApplicationEntity update(long id, long version, EntityDescription description) {
        ApplicationEntity entity = require(id, version);
        requireFree(description.aeTitle(), id);
        entity.change(description, organization(description.organization()));
        entities.flush();
        return entity;
    }

    /** Forgets one; refuses with {@link Conflict} when it was changed meanwhile. */
    public ApplicationEntity delete(long id, long version) {
        ApplicationEntity entity = require(id, version);
        entities.remove(entity);
        return entity;
    }

    private ApplicationEntity require(long id, long version) {
        ApplicationEntity entity = entities.find(ApplicationEntity.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (entity == null) {
            throw new NotFound("ApplicationEntity", Long.toString(id));
        }
        if (entity.version() != version) {
            throw new Conflict(Conflict.Reason.STALE_VERSION, Long.toString(entity.version()));
        }
        return entity;
    }

    private void requireFree(String aeTitle, long own) {
        boolean taken = find(aeTitle).filter(other -> other.id() != own).isPresent();
        if (taken) {
            throw new Conflict(Conflict.Reason.DUPLICATE_AE_TITLE, aeTitle);
        }
    }

    private Organization organization(OrganizationId id) {
        Organization organization = entities.find(Organization.class, id.value());
        if (organization == null) {
            throw new Invalid("organization", "must be a known one");
        }
        return organization;
    }

    private ApplicationEntity create(String aeTitle, String description, OrganizationId organization) {
        Organization of = entities.find(Organization.class, organization.value());
        ApplicationEntity entity = new ApplicationEntity(aeTitle, description, of);
        entities.persist(entity);
        return entity;
    }
}
