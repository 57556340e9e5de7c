package org.aegle.access;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.aegle.audit.Agent;
import org.aegle.audit.AuditAction;
import org.aegle.audit.AuditEntry;
import org.aegle.audit.AuditOutcome;
import org.aegle.audit.AuditTrail;
import org.aegle.directory.Accounts;
import org.aegle.directory.ApiClient;
import org.aegle.refusal.Invalid;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Bearer tokens of API clients: 256 random bits, of which only the hash is stored, so that a token ends the moment its
 * row does. The database's clock decides expiry.
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
    public Optional<Caller> find(String token, String address) {
        List<?> rows = entities.createNativeQuery(
                        "select api_client_id, scopes from access_token where token_hash = ? and expires_at > now()")
                .setParameter(1, DigestUtils.sha256(token))
                .getResultList();
        Optional<Caller> caller = rows.isEmpty() ? Optional.empty() : caller((Object[]) rows.get(0), address);
        if (caller.isEmpty()) {
            trail.record(AuditEntry.of(AuditAction.TOKEN, Agent.unknown("", address), "unknown or expired token")
                    .ending(AuditOutcome.REFUSED));
        }
        return caller;
    }

    private Optional<Caller> caller(Object[] row, String address) {
        return accounts.findClient(((Number) row[0]).longValue())
                .filter(ApiClient::isEnabled)
                .map(client -> Caller.of(client, Scopes.parse((String) row[1]), address));
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
