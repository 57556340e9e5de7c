package org.aegle.it.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.aegle.it.Aegle;
import org.aegle.it.client.AccessToken;
import org.aegle.it.client.Http;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens by client credentials, and how the endpoint says no. RFC 6749 4.4, 5.2; SMART App Launch 2.2. */
class TokenIT {
    private static final String GRANT = "grant_type=client_credentials";

    @Test
    void clientShouldGetATokenThatNobodyStores() {
        HttpResponse<String> response =
                AccessToken.request("demo-emr", Aegle.password(), GRANT + "&scope=system/*.cruds");

        assertEquals(200, response.statusCode());
        assertEquals("no-store", response.headers().firstValue("Cache-Control").orElse(""));
        JsonNode token = AccessToken.json(response);
        assertTrue(token.path("access_token").asText().length() >= 32);
        assertEquals("Bearer", token.path("token_type").asText());
        assertEquals("system/*.cruds", token.path("scope").asText());
        assertTrue(token.path("expires_in").asInt() > 0);
    }

    @Test
    void secretInTheFormShouldDoAsWell() {
        HttpResponse<String> response = Http.text(HttpRequest.newBuilder(Aegle.at("/oauth/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        GRANT + "&scope=system/Patient.rs&client_id=demo-emr" + "&client_secret=" + Aegle.password())));

        assertEquals(200, response.statusCode());
    }

    @Test
    void moreThanWasGrantedShouldBeCutToWhatWas() {
        assertEquals(
                "system/*.rs", AccessToken.of("demo-readonly", "system/*.cruds").scope());
        assertEquals(
                "system/Patient.rs",
                AccessToken.of("demo-readonly", "system/Patient.cruds").scope());
    }

    @ParameterizedTest
    @CsvSource({"demo-emr, wrong-secret", "no-such-client, wrong-secret"})
    void wrongClientOrSecretShouldBeAnInvalidClient(String client, String secret) {
        HttpResponse<String> response = AccessToken.request(client, secret, GRANT + "&scope=system/*.rs");

        assertEquals(401, response.statusCode());
        assertEquals("invalid_client", AccessToken.json(response).path("error").asText());
        assertTrue(response.headers().firstValue("WWW-Authenticate").orElse("").startsWith("Basic"));
    }

    @ParameterizedTest
    @CsvSource({
        "grant_type=password&scope=system/*.rs, unsupported_grant_type",
        "scope=system/*.rs, invalid_request",
        "grant_type=client_credentials&grant_type=client_credentials, invalid_request",
        "grant_type=client_credentials&scope=patient/everything, invalid_scope",
        "grant_type=client_credentials&scope=system/Patient.srd, invalid_scope"
    })
    void requestOfAWrongFormShouldBeTold(String form, String error) {
        HttpResponse<String> response = AccessToken.request("demo-emr", Aegle.password(), form);

        assertEquals(400, response.statusCode());
        assertEquals(error, AccessToken.json(response).path("error").asText());
    }

    @Test
    void secretInTheAddressShouldBeRefused() {
        HttpResponse<String> response = Http.text(HttpRequest.newBuilder(
                        Aegle.at("/oauth/token?" + GRANT + "&client_id=demo-emr&client_secret=" + Aegle.password()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.noBody()));

        assertEquals(400, response.statusCode());
    }
}
