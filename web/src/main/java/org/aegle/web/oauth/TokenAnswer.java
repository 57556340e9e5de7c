package org.aegle.web.oauth;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.aegle.access.IssuedToken;

/** What the token endpoint says: RFC 6749 5.1 or 5.2, as JSON that nobody stores. */
record TokenAnswer(int status, Map<String, Object> body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static TokenAnswer of(IssuedToken token) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("access_token", token.token());
        body.put("token_type", "Bearer");
        body.put("expires_in", token.expiresIn());
        body.put("scope", token.scope());
        return new TokenAnswer(200, body);
    }

    static TokenAnswer of(TokenError error) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("error", error.code());
        body.put("error_description", error.getMessage());
        return new TokenAnswer(error.status(), body);
    }

    void send(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Pragma", "no-cache");
        if (status == HttpServletResponse.SC_UNAUTHORIZED) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"Aegle\", charset=\"UTF-8\"");
        }
        response.setContentType("application/json;charset=UTF-8");
        JSON.writeValue(response.getOutputStream(), body);
    }
}
