package org.aegle.it.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.aegle.it.Aegle;
import org.aegle.it.client.AccessToken;
import org.aegle.it.client.Http;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** OHIF's files as Aegle serves them: its own routes, its policy, nothing of other hosts. */
class ViewerFilesIT {
    private static final Pattern BUNDLE = Pattern.compile("/viewer/app\\.bundle\\.[0-9a-f]{20}\\.js");
    private static AccessToken token;

    @BeforeAll
    static void signIn() {
        token = AccessToken.of("demo-readonly", "system/*.rs");
    }

    @Test
    void contractAddressShouldLeadToTheStudy() {
        HttpResponse<String> response = get("/viewer/?StudyInstanceUIDs=1.2.3");

        assertEquals(302, response.statusCode());
        assertEquals(
                Aegle.base() + "/viewer/viewer?StudyInstanceUIDs=1.2.3",
                response.headers().firstValue("Location").orElseThrow());
    }

    @Test
    void viewerWithoutAStudyShouldLeadToThePortal() {
        assertEquals(
                Aegle.base() + "/",
                get("/viewer/").headers().firstValue("Location").orElseThrow());
    }

    @Test
    void routesOfTheViewerShouldGetItsPageUnderAStrictPolicy() {
        HttpResponse<String> page = get("/viewer/viewer?StudyInstanceUIDs=1.2.3");

        assertEquals(200, page.statusCode());
        assertTrue(BUNDLE.matcher(page.body()).find());
        String policy = header(page, "Content-Security-Policy");
        assertTrue(policy.contains("script-src 'self' 'wasm-unsafe-eval';"), policy);
        assertEquals("same-origin", header(page, "Cross-Origin-Opener-Policy"));
        assertEquals("require-corp", header(page, "Cross-Origin-Embedder-Policy"));
        assertEquals("nosniff", header(page, "X-Content-Type-Options"));
        assertEquals("no-referrer", header(page, "Referrer-Policy"));
        assertEquals("no-store", header(page, "Cache-Control"));
    }

    @Test
    void bundleShouldBeKeptForEverAndLieUnderTheViewersOwnPath() throws IOException {
        String path = bundle();
        HttpResponse<byte[]> compressed = Http.bytes(request(path).header("Accept-Encoding", "gzip"));

        assertEquals("gzip", header(compressed, "Content-Encoding"));
        assertTrue(header(compressed, "Cache-Control").contains("immutable"));
        String script = new String(
                new GZIPInputStream(new ByteArrayInputStream(compressed.body())).readAllBytes(),
                StandardCharsets.UTF_8);
        assertTrue(script.contains("__webpack_require__.p = \"/viewer/\""));
        assertEquals(script, get(path).body(), "the same for who takes no gzip");
    }

    @Test
    void configurationShouldKnowThisServerOnly() {
        String configuration = get("/viewer/app-config.js").body();

        assertTrue(configuration.contains("qidoRoot: '/dicom-web'"));
        assertFalse(configuration.contains("://"));
    }

    @Test
    void unknownFileShouldBeMissing() {
        assertEquals(404, get("/viewer/sw.js").statusCode());
    }

    @Test
    void nobodyUnknownShouldGetTheViewer() {
        assertEquals(
                401,
                Http.text(HttpRequest.newBuilder(Aegle.at("/viewer/app-config.js")))
                        .statusCode());
    }

    private static String bundle() {
        Matcher bundle = BUNDLE.matcher(get("/viewer/viewer").body());
        assertTrue(bundle.find());
        return bundle.group();
    }

    private static HttpResponse<String> get(String path) {
        return Http.text(request(path));
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(Aegle.at(path)).header("Authorization", "Bearer " + token.value());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
