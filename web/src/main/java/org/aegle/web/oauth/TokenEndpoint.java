package org.aegle.web.oauth;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.aegle.access.AccessTokens;
import org.aegle.access.IssuedToken;
import org.aegle.refusal.Invalid;

/** Access tokens for API clients by their own credentials: the token endpoint of RFC 6749 3.2 with the grant of 4.4. */
@WebServlet("/oauth/token")
public class TokenEndpoint extends HttpServlet {
    private static final String GRANT = "client_credentials";

    @Inject
    private AccessTokens tokens;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        TokenAnswer answer;
        try {
            answer = answer(request);
        } catch (TokenError e) {
            answer = TokenAnswer.of(e);
        }
        answer.send(response);
    }

    private TokenAnswer answer(HttpServletRequest request) {
        TokenRequest asked = TokenRequest.of(request);
        ClientCredentials client = ClientCredentials.of(request, asked);
        if (!asked.get("grant_type").equals(GRANT)) {
            throw asked.get("grant_type").isEmpty()
                    ? new TokenError("invalid_request", "grant_type is missing")
                    : new TokenError("unsupported_grant_type", "grant_type must be " + GRANT);
        }
        return issue(client, asked.get("scope"), request.getRemoteAddr());
    }

    private TokenAnswer issue(ClientCredentials client, String scope, String address) {
        try {
            Optional<IssuedToken> token = tokens.issue(client.id(), client.secret(), scope, address);
            return TokenAnswer.of(
                    token.orElseThrow(() -> new TokenError(TokenError.INVALID_CLIENT, "client id or secret is wrong")));
        } catch (Invalid e) {
            throw new TokenError("invalid_scope", e.getMessage());
        }
    }
}
