package org.aegle.directory;

import java.io.Serializable;
import java.util.EnumSet;
import java.util.Set;
import org.aegle.id.OrganizationId;

/**
 * What an administrator says of an application entity.
 *
 * @param aeTitle AE title, 1 to 16 characters
 * @param description for people
 * @param organization whose it is
 * @param enabled whether it may call and be sent to at all
 * @param addresses addresses and networks that it may call from, see {@link NetworkAddresses}; empty: none
 * @param certificate that it must show, see {@link CertificateRule}; empty: none
 * @param services what it may ask for
 * @param host where it listens; empty when it does not
 * @param port where it listens; 0 when it does not
 * @param tls it is reached by TLS
 * @param destination C-MOVE may send to it
 * @param mostAssociations at a time; 0 for any number
 * @param idleSeconds that it may be silent on an association; 0 for the usual ones
 */
public record EntityDescription(
        String aeTitle,
        String description,
        OrganizationId organization,
        boolean enabled,
        String addresses,
        String certificate,
        Set<EntityService> services,
        String host,
        int port,
        boolean tls,
        boolean destination,
        int mostAssociations,
        int idleSeconds)
        implements Serializable {
    /** A description whose services cannot change, in their order. */
    public EntityDescription {
        Set<EntityService> sorted = EnumSet.noneOf(EntityService.class);
        sorted.addAll(services);
        services = java.util.Collections.unmodifiableSet(sorted);
    }
}
