package org.aegle.it.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.aegle.it.Aegle;

/** How a program gets in: a bearer token by client credentials (RFC 6749 4.4). */
public record AccessToken(String value, String scope) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** For a demo client with all that it was granted. */
    public static AccessToken of(String client) {
        return of(client, "system/*.cruds");
    }

    public static AccessToken of(String client, String scope) {
        HttpResponse<String> response =
                request(client, Aegle.password(), "grant_type=client_credentials&scope=" + encoded(scope));
        if (response.statusCode() != 200) {
            throw new IllegalStateException(
                    "no token for " + client + ": " + response.statusCode() + " " + response.body());
        }
        JsonNode answer = json(response);
        return new AccessToken(
                answer.path("access_token").asText(), answer.path("scope").asText());
    }

    /** What the token endpoint answers to this form with these credentials. */
    public static HttpResponse<String> request(String client, String secret, String form) {
        String credentials = Base64.getEncoder()
                .encodeToString((encoded(client) + ":" + encoded(secret)).getBytes(StandardCharsets.UTF_8));
        return Http.text(HttpRequest.newBuilder(Aegle.at("/oauth/token"))
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    public static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new IllegalStateException("no JSON: " + response.body(), e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
