package org.aegle.directory;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aegle.id.OrganizationId;
import org.aegle.refusal.Invalid;
import org.aegle.refusal.NotFound;

/** Accounts, clients and the organisations they belong to. Called by other boundaries, which decide who may. */
@Stateless
@PermitAll
public class Accounts {
    private static final int SHORTEST_PASSWORD = 12;

    @PersistenceContext(unitName = "aegle")
    private EntityManager entities;

    @Inject
    private Passwords passwords;

    /** The account when the password is right and it may sign in now; the attempt is counted either way. */
    public Optional<UserAccount> signIn(String username, String password) {
        Optional<UserAccount> found = find(username);
        if (found.isEmpty()) {
            passwords.checkInVain(password);
            return Optional.empty();
        }
        UserAccount account = found.get();
        Instant now = Instant.now();
        boolean right = passwords.matches(password, account.passwordHash());
        if (account.mustWait(now)) {
            return Optional.empty();
        }
        if (!right) {
            account.signInFailed(now);
            return Optional.empty();
        }
        if (!account.isEnabled()) {
            return Optional.empty();
        }
        account.signedIn(now);
        return found;
    }

    public Optional<UserAccount> find(String username) {
        return entities.createQuery("select a from UserAccount a where a.username = :username", UserAccount.class)
                .setParameter("username", username)
                .getResultStream()
                .findFirst();
    }

    public Optional<UserAccount> find(long accountId) {
        return Optional.ofNullable(entities.find(UserAccount.class, accountId));
    }

    public UserAccount create(
            String username, String displayName, OrganizationId organization, Set<Role> roles, String password) {
        requireStrong("password", password);
        Organization of = entities.find(Organization.class, organization.value());
        UserAccount account = new UserAccount(username, displayName, of, roles, passwords.hash(password));
        entities.persist(account);
        return account;
    }

    /** Refuses with {@link Invalid} beside the field when the old password is wrong or the new one too weak. */
    public void changePassword(long accountId, String oldPassword, String newPassword) {
        UserAccount account = get(accountId);
        if (!passwords.matches(oldPassword, account.passwordHash())) {
            throw new Invalid("oldPassword", "must be the current password");
        }
        requireStrong("newPassword", newPassword);
        account.changePassword(passwords.hash(newPassword));
    }

    /** Whether this is the account's password; nothing is counted. */
    public boolean hasPassword(UserAccount account, String password) {
        return passwords.matches(password, account.passwordHash());
    }

    /** Sets a password without asking for the old one; for whoever configures the server. */
    public void resetPassword(String username, String password) {
        find(username).orElseThrow(() -> new NotFound("account", username)).changePassword(passwords.hash(password));
    }

    public void resetSecret(String clientId, String secret) {
        findClient(clientId).orElseThrow(() -> new NotFound("client", clientId)).changeSecret(passwords.hash(secret));
    }

    public void prefer(long accountId, String language, String theme) {
        get(accountId).prefer(language, theme);
    }

    public Optional<ApiClient> findClient(String clientId) {
        return entities.createQuery("select c from ApiClient c where c.clientId = :clientId", ApiClient.class)
                .setParameter("clientId", clientId)
                .getResultStream()
                .findFirst();
    }

    public Optional<ApiClient> findClient(long key) {
        return Optional.ofNullable(entities.find(ApiClient.class, key));
    }

    /** The client when the secret is right and it is enabled. */
    public Optional<ApiClient> authenticateClient(String clientId, String secret) {
        Optional<ApiClient> client = findClient(clientId);
        if (client.isEmpty()) {
            passwords.checkInVain(secret);
        }
        return client.filter(c -> passwords.matches(secret, c.secretHash())).filter(ApiClient::isEnabled);
    }

    public ApiClient createClient(
            String clientId, String name, OrganizationId organization, String scopes, String secret) {
        Organization of = entities.find(Organization.class, organization.value());
        ApiClient client = new ApiClient(clientId, name, of, scopes, passwords.hash(secret));
        entities.persist(client);
        return client;
    }

    /** The organisation that runs this archive. */
    public Optional<Organization> findHost() {
        return entities.createQuery("select o from Organization o where o.host = true", Organization.class)
                .getResultStream()
                .findFirst();
    }

    public Optional<Organization> findOrganization(String code) {
        return entities.createQuery("select o from Organization o where o.code = :code", Organization.class)
                .setParameter("code", code)
                .getResultStream()
                .findFirst();
    }

    public Organization createOrganization(String code, String name, boolean host) {
        Organization organization = new Organization(code, name, host);
        entities.persist(organization);
        entities.flush();
        return organization;
    }

    public Organization getOrganization(OrganizationId id) {
        return Optional.ofNullable(entities.find(Organization.class, id.value()))
                .orElseThrow(() -> new NotFound("Organization", id.toString()));
    }

    private UserAccount get(long accountId) {
        return find(accountId).orElseThrow(() -> new NotFound("account", Long.toString(accountId)));
    }

    private static void requireStrong(String field, String password) {
        if (password.codePointCount(0, password.length()) < SHORTEST_PASSWORD) {
            throw new Invalid(field, "must have at least " + SHORTEST_PASSWORD + " characters");
        }
        if (List.of("password1234", "123456789012", "passwordpassword").contains(password.toLowerCase())) {
            throw new Invalid(field, "must not be one that everybody tries first");
        }
    }
}
