package org.aegle.fhir.smart;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonWriter;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** Where and how to get a token, for programs to read: SMART App Launch 2.2, {@code .well-known/smart-configuration}. */
@WebServlet("/r4/.well-known/smart-configuration")
public class SmartConfiguration extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String base = request.getRequestURL().toString().replaceFirst("/fhir/r4/.*", "");
        response.setContentType("application/json");
        try (JsonWriter json = Json.createWriter(response.getWriter())) {
            json.writeObject(Json.createObjectBuilder()
                    .add("token_endpoint", base + "/oauth/token")
                    .add("grant_types_supported", array("client_credentials"))
                    .add("token_endpoint_auth_methods_supported", array("client_secret_basic", "client_secret_post"))
                    .add(
                            "scopes_supported",
                            array("system/*.cruds", "system/Patient.cruds", "system/ImagingStudy.cruds"))
                    .add("capabilities", array("permission-v2"))
                    .build());
        }
    }

    private static JsonArrayBuilder array(String... values) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        List.of(values).forEach(array::add);
        return array;
    }
}
