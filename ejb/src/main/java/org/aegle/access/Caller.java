package org.aegle.access;

import java.io.Serializable;
import java.security.Principal;
import java.util.Set;
import java.util.stream.Collectors;
import org.aegle.audit.Agent;
import org.aegle.directory.ApiClient;
import org.aegle.directory.ApplicationEntity;
import org.aegle.directory.EntityService;
import org.aegle.directory.Role;
import org.aegle.directory.UserAccount;
import org.aegle.id.OrganizationId;

/**
 * Who asks. Every boundary takes one, and nothing is decided without it.
 *
 * @param kind what it is
 * @param account key of the account, the API client or the application entity
 * @param name user name, client id or AE title
 * @param displayName for people to read
 * @param organization whose people or program it is
 * @param organizationName for people to read
 * @param roles what an account is; CLIENT for a program
 * @param scopes what a program may; empty for people
 * @param address network address it came from
 */
public record Caller(
        Kind kind,
        long account,
        String name,
        String displayName,
        OrganizationId organization,
        String organizationName,
        Set<Role> roles,
        Scopes scopes,
        String address)
        implements Principal, Serializable {
    /** What calls. */
    public enum Kind {
        /** A person with an account. */
        USER,
        /** An API client. */
        CLIENT,
        /** An application entity that speaks DIMSE. */
        AE
    }

    /** The same, calling from an address. */
    Caller from(String other) {
        return new Caller(kind, account, name, displayName, organization, organizationName, roles, scopes, other);
    }

    static Caller of(UserAccount account, String address) {
        return new Caller(
                Kind.USER,
                account.id(),
                account.username(),
                account.displayName(),
                account.organization().id(),
                account.organization().name(),
                account.roles(),
                Scopes.none(),
                address);
    }

    static Caller of(ApiClient client, Scopes scopes, String address) {
        return new Caller(
                Kind.CLIENT,
                client.id(),
                client.clientId(),
                client.name(),
                client.organization().id(),
                client.organization().name(),
                Set.of(Role.CLIENT),
                scopes,
                address);
    }

    static Caller of(ApplicationEntity entity, String address) {
        return new Caller(
                Kind.AE,
                entity.id(),
                entity.aeTitle(),
                entity.description(),
                entity.organization().id(),
                entity.organization().name(),
                Set.of(Role.CLIENT),
                scopes(entity.services()),
                address);
    }

    /** What services come to: storing creates, retrieving reads, querying searches; commitment is a thing of its own. */
    private static Scopes scopes(Set<EntityService> services) {
        String letters = (services.contains(EntityService.STORE) ? "c" : "")
                + (services.contains(EntityService.GET) || services.contains(EntityService.MOVE) ? "r" : "")
                + (services.contains(EntityService.FIND) ? "s" : "");
        String text = (letters.isEmpty() ? "" : "system/ImagingStudy." + letters)
                + (services.contains(EntityService.COMMIT) ? " system/StorageCommitment.c" : "");
        return text.isEmpty() ? Scopes.none() : Scopes.parse(text);
    }

    @Override
    public String getName() {
        return name;
    }

    public boolean isClient() {
        return roles.contains(Role.CLIENT);
    }

    /** Role names as the container knows them. */
    public Set<String> groups() {
        return roles.stream().map(Role::name).collect(Collectors.toUnmodifiableSet());
    }

    /** As the audit trail names the caller. */
    public Agent agent() {
        return new Agent(name, kind.name(), organization.value(), address);
    }
}
