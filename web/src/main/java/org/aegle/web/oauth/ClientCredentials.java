package org.aegle.web.oauth;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Id and secret of a client: client_secret_basic or client_secret_post, RFC 6749 2.3.1, never both. */
record ClientCredentials(String id, String secret) {
    private static final String BASIC = "Basic ";
    private static final Pattern ENCODED = Pattern.compile("%[0-9A-Fa-f]{2}");

    static ClientCredentials of(HttpServletRequest request, TokenRequest form) {
        String authorization = request.getHeader("Authorization");
        boolean posted = !form.get("client_secret").isEmpty();
        if (authorization == null) {
            return posted ? new ClientCredentials(form.get("client_id"), form.get("client_secret")) : missing();
        }
        if (posted) {
            throw new TokenError("invalid_request", "the client authenticates in two ways");
        }
        return authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())
                ? ofBasic(authorization.substring(BASIC.length()).strip())
                : missing();
    }

    static ClientCredentials ofBasic(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0
                    ? missing()
                    : new ClientCredentials(decode(pair.substring(0, colon)), decode(pair.substring(colon + 1)));
        } catch (IllegalArgumentException notBase64) {
            return missing();
        }
    }

    private static ClientCredentials missing() {
        throw new TokenError(TokenError.INVALID_CLIENT, "client id and secret are needed");
    }

    /** Undoes percent-encoding; a plus stays one, since many clients do not encode at all. */
    private static String decode(String text) {
        return ENCODED.matcher(text).replaceAll(ClientCredentials::character);
    }

    private static String character(MatchResult encoded) {
        char character = (char) Integer.parseInt(encoded.group().substring(1), 16);
        return java.util.regex.Matcher.quoteReplacement(String.valueOf(character));
    }
}
