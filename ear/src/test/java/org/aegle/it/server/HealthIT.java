package org.aegle.it.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aegle.it.Aegle;
import org.aegle.it.client.Http;
import org.junit.jupiter.api.Test;

/** What probes and collectors see on the management port, without an account (MicroProfile Health 4.0). */
class HealthIT {

    @Test
    void readinessShouldTellOfDatabaseBlobStoreAndStaging() throws IOException {
        HttpResponse<String> response = get("/health/ready");

        assertEquals(200, response.statusCode());
        Map<String, String> checks = checks(response);
        for (String check : List.of("database", "blob store", "staging space", "deployments-status", "server-state")) {
            assertEquals("UP", checks.get(check), check);
        }
    }

    @Test
    void livenessShouldBeUp() throws IOException {
        HttpResponse<String> response = get("/health/live");

        assertEquals(200, response.statusCode());
        assertEquals("UP", json(response).path("status").asText());
    }

    @Test
    void metricsShouldShowTheConnectionsInUse() {
        HttpResponse<String> response = get("/metrics");

        assertEquals(200, response.statusCode());
        assertTrue(response.body().contains("datasources_pool_in_use_count{data_source=\"AegleDS\"}"), response.body());
    }

    private static HttpResponse<String> get(String path) {
        return Http.text(HttpRequest.newBuilder(Aegle.atManagement(path)));
    }

    private static Map<String, String> checks(HttpResponse<String> response) throws IOException {
        Map<String, String> checks = new HashMap<>();
        for (JsonNode check : json(response).path("checks")) {
            checks.put(check.path("name").asText(), check.path("status").asText());
        }
        return checks;
    }

    private static JsonNode json(HttpResponse<String> response) throws IOException {
        return new ObjectMapper().readTree(response.body());
    }
}
