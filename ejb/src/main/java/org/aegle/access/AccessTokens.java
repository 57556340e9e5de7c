package org.aegle.access;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.aegle.audit.Agent;
import org.aegle.audit.AuditAction;
import org.aegle.audit.AuditEntry;
import org.aegle.audit.AuditOutcome;
import org.aegle.audit.AuditTrail;
import org.aegle.directory.Accounts;
import org.aegle.directory.ApiClient;
import org.aegle.directory.Role;
import org.aegle.id.OrganizationId;
import org.aegle.refusal.Invalid;
import org.aegle.search.Rows;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Bearer tokens of API clients: 256 random bits, of which only the hash is stored, so that a token ends a second after its
 * row does, at the latest: so long a good answer is remembered. The database's clock decides expiry.
 */
@Stateless
@PermitAll
public class AccessTokens {
    /** How long a token is good for. */
    public static final Duration LIFETIME = Duration.ofMinutes(60);

    @PersistenceContext(unitName = "aegle")
    private EntityManager entities;

    @Inject
    private Accounts accounts;

    @Inject
    private AuditTrail trail;

    @Inject
    private RecentTokens recent;

    /**
     * A token for a client with the right secret (RFC 6749 4.4); empty when id or secret is wrong. An empty scope asks
     * for all that the client may; refuses with {@link Invalid} when nothing of what is asked for is left.
     */
    public Optional<IssuedToken> issue(String clientId, String secret, String scope, String address) {
        Optional<ApiClient> client = accounts.authenticateClient(clientId, secret);
        if (client.isEmpty()) {
            trail.record(AuditEntry.of(AuditAction.TOKEN, Agent.unknown(clientId, address), "client secret")
                    .on("ApiClient", clientId)
                    .ending(AuditOutcome.REFUSED));
            return Optional.empty();
        }
        Scopes granted = Scopes.parse(client.get().scopes());
        Scopes scopes = scope.isBlank() ? granted : Scopes.parse(scope).within(granted);
        if (scopes.values().isEmpty()) {
            throw new Invalid("scope", "nothing of it is granted to this client; granted are " + granted);
        }
        return Optional.of(issue(client.get(), scopes, address));
    }

    /** Who holds the token, while it is good and its client enabled. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<Caller> find(String token, String address) {
        byte[] hash = DigestUtils.sha256(token);
        Optional<Caller> caller = recent.get(hash, this::stored);
        if (caller.isEmpty()) {
            trail.recordAlone(AuditEntry.of(AuditAction.TOKEN, Agent.unknown("", address), "unknown or expired token")
                    .ending(AuditOutcome.REFUSED));
        }
        return caller.map(c -> c.from(address));
    }

    private Optional<Caller> stored(byte[] hash) {
        return Rows.of(entities.createNativeQuery(
                                "select c.id, c.client_id, c.name, o.id, o.name, t.scopes from access_token t"
                                        + " join api_client c on c.id = t.api_client_id"
                                        + " join organization o on o.id = c.organization_id"
                                        + " where t.token_hash = ? and t.expires_at > now() and c.enabled")
                        .setParameter(1, hash))
                .stream()
                .map(AccessTokens::caller)
                .findFirst();
    }

    private static Caller caller(Object[] row) {
        return new Caller(
                Caller.Kind.CLIENT,
                Rows.number(row[0]),
                Rows.text(row[1]),
                Rows.text(row[2]),
                new OrganizationId(Rows.number(row[3])),
                Rows.text(row[4]),
                Set.of(Role.CLIENT),
                Scopes.parse(Rows.text(row[5])),
                "");
    }

    private IssuedToken issue(ApiClient client, Scopes scopes, String address) {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        entities.createNativeQuery("delete from access_token where expires_at < now()")
                .executeUpdate();
        entities.createNativeQuery("insert into access_token (token_hash, api_client_id, scopes, expires_at)"
                        + " values (?, ?, ?, now() + make_interval(secs => ?))")
                .setParameter(1, DigestUtils.sha256(token))
                .setParameter(2, client.id())
                .setParameter(3, scopes.toString())
                .setParameter(4, (double) LIFETIME.toSeconds())
                .executeUpdate();
        trail.record(AuditEntry.of(
                        AuditAction.TOKEN, Caller.of(client, scopes, address).agent(), "client secret")
                .on("ApiClient", client.clientId())
                .with(scopes.toString()));
        return new IssuedToken(token, LIFETIME.toSeconds(), scopes.toString());
    }
}
