package org.aegle.access;

import java.io.Serializable;
import java.security.Principal;
import java.util.Set;
import java.util.stream.Collectors;
import org.aegle.audit.Agent;
import org.aegle.directory.ApiClient;
import org.aegle.directory.Role;
import org.aegle.directory.UserAccount;
import org.aegle.id.OrganizationId;

/**
 * Who asks. Every boundary takes one, and nothing is decided without it.
 *
 * @param account key of the account or the API client
 * @param name user name or client id
 * @param displayName for people to read
 * @param organization whose people or program it is
 * @param organizationName for people to read
 * @param roles what an account is; CLIENT for a program
 * @param scopes what a program may; empty for people
 * @param address network address it came from
 */
public record Caller(
        long account,
        String name,
        String displayName,
        OrganizationId organization,
        String organizationName,
        Set<Role> roles,
        Scopes scopes,
        String address)
        implements Principal, Serializable {

    static Caller of(UserAccount account, String address) {
        return new Caller(
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
                client.id(),
                client.clientId(),
                client.name(),
                client.organization().id(),
                client.organization().name(),
                Set.of(Role.CLIENT),
                scopes,
                address);
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
        return new Agent(name, isClient() ? "CLIENT" : "USER", organization.value(), address);
    }
}
