package org.aegle.it.client;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.interceptor.BearerTokenAuthInterceptor;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.aegle.it.Aegle;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome;

/** A FHIR R4 partner's software: HAPI's client, and plain HTTP where the client would not send what is tested. */
public record Fhir(AccessToken token) {
    private static final String ROOT = "/fhir/r4";
    private static final String JSON = "application/fhir+json";

    public static Fhir as(String client) {
        return new Fhir(AccessToken.of(client));
    }

    public static FhirContext context() {
        return FhirContext.forR4Cached();
    }

    public IGenericClient client() {
        IGenericClient client = context().newRestfulGenericClient(Aegle.base() + ROOT);
        client.registerInterceptor(new BearerTokenAuthInterceptor(token.value()));
        return client;
    }

    public HttpResponse<String> get(String path) {
        return Http.text(request(path).header("Accept", JSON));
    }

    /** @param headers names and values in turn */
    public HttpResponse<String> send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = request(path)
                .header("Accept", JSON)
                .header("Content-Type", JSON)
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        return Http.text(headers.length == 0 ? request : request.headers(headers));
    }

    /** A search; fails unless it is answered with 200. */
    public Bundle search(String path) {
        HttpResponse<String> response = get(path);
        if (response.statusCode() != 200) {
            throw new IllegalStateException(path + ": " + response.statusCode() + " " + response.body());
        }
        return parse(Bundle.class, response.body());
    }

    /** The resources of a search in their order, through all next links. */
    public <T extends IBaseResource> List<T> all(Class<T> type, String path) {
        List<T> all = new ArrayList<>();
        Bundle page = search(path);
        while (true) {
            page.getEntry().forEach(entry -> all.add(type.cast(entry.getResource())));
            if (page.getLink(Bundle.LINK_NEXT) == null) {
                return all;
            }
            page = search(page.getLink(Bundle.LINK_NEXT).getUrl().substring((Aegle.base() + ROOT).length()));
        }
    }

    public static <T extends IBaseResource> T parse(Class<T> type, String json) {
        IParser parser = context().newJsonParser();
        return parser.parseResource(type, json);
    }

    public static OperationOutcome outcome(HttpResponse<String> response) {
        return parse(OperationOutcome.class, response.body());
    }

    public static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(Aegle.at(ROOT + path)).header("Authorization", "Bearer " + token.value());
    }
}
