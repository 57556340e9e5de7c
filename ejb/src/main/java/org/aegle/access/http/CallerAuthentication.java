package org.aegle.access.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.aegle.access.AccessTokens;
import org.aegle.access.Caller;
import org.aegle.access.SignIn;
import org.aegle.refusal.Outage;
import org.aegle.refusal.Unavailable;

/**
 * Finds out who calls, for every web module alike: a bearer token, or else the portal's session. It never refuses by
 * itself: each door answers the unknown caller in its own protocol's form. Jakarta Security 3.0 allows one mechanism an
 * application and wants it where all modules see it; hence this one place of the domain that knows HTTP.
 */
@ApplicationScoped
public class CallerAuthentication implements HttpAuthenticationMechanism {
    private static final String SESSION_KEY = "org.aegle.caller";
    private static final String REQUEST_KEY = "org.aegle.request.caller";
    private static final String BEARER = "Bearer ";
    private static final System.Logger LOG = System.getLogger(CallerAuthentication.class.getName());
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    @Inject
    private AccessTokens tokens;

    @Inject
    private SignIn signIn;

    /** Who makes this request, if known. */
    public static Optional<Caller> caller(HttpServletRequest request) {
        return Optional.ofNullable((Caller) request.getAttribute(REQUEST_KEY));
    }

    /** Binds the caller to the session, under a new session id. */
    public static void begin(HttpServletRequest request, Caller caller) {
        HttpSession session = request.getSession(true);
        request.changeSessionId();
        session.setAttribute(SESSION_KEY, caller);
        request.setAttribute(REQUEST_KEY, caller);
    }

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        Optional<Caller> caller;
        try {
            caller = authenticate(request);
        } catch (RuntimeException e) {
            Unavailable outage = Outage.of(e).orElseThrow(() -> e);
            return unavailable(response, outage);
        }
        if (caller.isEmpty()) {
            return context.doNothing();
        }
        request.setAttribute(REQUEST_KEY, caller.get());
        return context.notifyContainerAboutLogin(caller.get(), caller.get().groups());
    }

    /** Who calls cannot be found out now, so no door can answer. */
    private static AuthenticationStatus unavailable(HttpServletResponse response, Unavailable outage) {
        response.setHeader("Retry-After", Unavailable.RETRY_SECONDS);
        response.setContentType("application/problem+json");
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        try {
            response.getWriter()
                    .print("{\"status\":503,\"title\":\"Not available now\",\"detail\":\"" + outage.getMessage()
                            + "\"}");
            // Sent at once, before the container puts a page of its own in its place.
            response.flushBuffer();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "The client is gone", e);
        }
        return AuthenticationStatus.SEND_FAILURE;
    }

    private Optional<Caller> authenticate(HttpServletRequest request) {
        String authorization = request.getHeader("Authorization");
        if (authorization != null) {
            boolean bearer = authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
            return bearer
                    ? tokens.find(authorization.substring(BEARER.length()).strip(), request.getRemoteAddr())
                    : Optional.empty();
        }
        HttpSession session = request.getSession(false);
        if (session == null || isForged(request)) {
            return Optional.empty();
        }
        return Optional.ofNullable((Caller) session.getAttribute(SESSION_KEY))
                .flatMap(c -> signIn.again(c, request.getRemoteAddr()));
    }

    /** A cookie alone does not prove that our own page sent a change: another site's page could have. */
    private static boolean isForged(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return !SAFE.contains(request.getMethod())
                && site != null
                && !Set.of("same-origin", "none").contains(site);
    }
}
