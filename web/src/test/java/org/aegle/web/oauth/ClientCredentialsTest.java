package org.aegle.web.oauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.aegle.web.Requests;
import org.junit.jupiter.api.Test;

class ClientCredentialsTest {
    private static final String FORM = "application/x-www-form-urlencoded";

    @Test
    void basicShouldGiveIdAndSecretWithColonsInTheSecretKept() {
        assertEquals(new ClientCredentials("demo-emr", "a:b+c"), of(basic("demo-emr:a:b+c"), Map.of()));
    }

    @Test
    void percentEncodingShouldBeUndone() {
        assertEquals(new ClientCredentials("my client", "50%$"), of(basic("my%20client:50%25%24"), Map.of()));
    }

    @Test
    void secretInTheFormShouldDoToo() {
        assertEquals(
                new ClientCredentials("demo-emr", "secret"),
                of("", Map.of("client_id", one("demo-emr"), "client_secret", one("secret"))));
    }

    @Test
    void twoWaysAtOnceShouldBeAnInvalidRequest() {
        TokenError error =
                assertThrows(TokenError.class, () -> of(basic("demo-emr:x"), Map.of("client_secret", one("y"))));
        assertEquals("invalid_request", error.code());
    }

    @Test
    void missingOrBrokenCredentialsShouldBeAnInvalidClient() {
        for (String authorization : new String[] {"", "Bearer abc", "Basic ***", basic("no-colon")}) {
            TokenError error = assertThrows(TokenError.class, () -> of(authorization, Map.of()), authorization);
            assertEquals(401, error.status());
        }
    }

    @Test
    void parameterThatComesTwiceShouldBeAnInvalidRequest() {
        TokenRequest request =
                TokenRequest.of(Requests.with(Map.of("Content-Type", FORM), Map.of("scope", new String[] {"a", "b"})));
        assertEquals(
                "invalid_request",
                assertThrows(TokenError.class, () -> request.get("scope")).code());
    }

    @Test
    void parametersOutsideOfTheBodyShouldBeAnInvalidRequest() {
        assertThrows(
                TokenError.class,
                () -> TokenRequest.of(Requests.with(Map.of("Content-Type", FORM, "query", "grant_type=x"))));
        assertThrows(TokenError.class, () -> TokenRequest.of(Requests.with(Map.of("Content-Type", "text/plain"))));
    }

    private static ClientCredentials of(String authorization, Map<String, String[]> parameters) {
        Map<String, String> headers = new HashMap<>(Map.of("Content-Type", FORM));
        if (!authorization.isEmpty()) {
            headers.put("Authorization", authorization);
        }
        var request = Requests.with(headers, parameters);
        return ClientCredentials.of(request, TokenRequest.of(request));
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static String[] one(String value) {
        return new String[] {value};
    }
}
