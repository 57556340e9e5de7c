package org.aegle.directory;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.Set;
import org.aegle.id.OrganizationId;
import org.aegle.refusal.Invalid;

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

    private ApplicationEntity create(String aeTitle, String description, OrganizationId organization) {
        Organization of = entities.find(Organization.class, organization.value());
        ApplicationEntity entity = new ApplicationEntity(aeTitle, description, of);
        entities.persist(entity);
        return entity;
    }
}
