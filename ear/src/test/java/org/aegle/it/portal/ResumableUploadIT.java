package org.aegle.it.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.aegle.it.Aegle;
import org.aegle.it.client.AccessToken;
import org.aegle.it.client.Dicomweb;
import org.aegle.it.client.Part10;
import org.aegle.it.client.PortalSession;
import org.aegle.it.client.TestStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** An interrupted upload goes on where it broke: tus 1.0.0 with creation and termination. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResumableUploadIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final PortalSession technologist = PortalSession.of("technologist");

    @Test
    void interruptedUploadShouldGoOnWhereItBroke() {
        TestStudy ct = TestStudy.smallCt(1);
        byte[] object = ct.objects().get(0);
        int half = object.length / 2;
        String upload = create(object.length);

        assertEquals(204, patch(upload, 0, Arrays.copyOf(object, half)).statusCode());
        HttpResponse<String> head = send(tus(upload).method("HEAD", HttpRequest.BodyPublishers.noBody()));
        assertEquals(
                Integer.toString(half),
                head.headers().firstValue("Upload-Offset").orElse(""));
        assertEquals(
                Integer.toString(object.length),
                head.headers().firstValue("Upload-Length").orElse(""));
        assertEquals(
                204,
                patch(upload, half, Arrays.copyOfRange(object, half, object.length))
                        .statusCode());

        JsonNode report = done(upload);
        assertEquals("STORED", report.path("files").path(0).path("outcome").asText());
        assertEquals(ct.uid(), report.path("files").path(0).path("study").asText());
        assertEquals(1, Dicomweb.as("demo-emr").search(ct.path() + "/instances").size());
    }

    @Test
    void bytesForAnotherPlaceShouldBeAConflict() {
        byte[] object = TestStudy.smallCt(1).objects().get(0);
        String upload = create(object.length);
        patch(upload, 0, Arrays.copyOf(object, 100));

        assertEquals(409, patch(upload, 0, Arrays.copyOf(object, 100)).statusCode());
        assertEquals(409, patch(upload, 101, Arrays.copyOf(object, 100)).statusCode());
    }

    @Test
    void moreBytesThanAnnouncedShouldBeTooMany() {
        String upload = create(10);

        assertEquals(413, patch(upload, 0, new byte[11]).statusCode());
    }

    @Test
    void uploadThatWasGivenUpShouldBeGone() {
        String upload = create(1000);
        patch(upload, 0, new byte[10]);

        assertEquals(204, send(tus(upload).DELETE()).statusCode());
        assertEquals(410, patch(upload, 10, new byte[10]).statusCode());
    }

    @Test
    void uploadOfSomebodyElseShouldNotBeFound() {
        String upload = create(1000);

        PortalSession clerk = PortalSession.of("clerk");

        assertEquals(
                404,
                clerk.send(tus(upload).method("HEAD", HttpRequest.BodyPublishers.noBody()))
                        .statusCode());
        assertEquals(404, clerk.send(HttpRequest.newBuilder(Aegle.at(upload))).statusCode());
    }

    @Test
    void otherVersionOfTheProtocolShouldBeRefused() {
        HttpResponse<String> response = send(HttpRequest.newBuilder(Aegle.at("/upload"))
                .header("Tus-Resumable", "0.2.2")
                .header("Upload-Length", "10")
                .POST(HttpRequest.BodyPublishers.noBody()));

        assertEquals(412, response.statusCode());
        assertEquals("1.0.0", response.headers().firstValue("Tus-Version").orElse(""));
    }

    @Test
    void nobodyShouldUploadWithoutASession() {
        int status = new PortalSession()
                .send(tus("/upload").header("Upload-Length", "10").POST(HttpRequest.BodyPublishers.noBody()))
                .statusCode();

        assertEquals(401, status);
    }

    @Test
    void roleWithoutImagesShouldBeForbiddenToUpload() {
        int status = PortalSession.of("privacy")
                .send(tus("/upload").header("Upload-Length", "10").POST(HttpRequest.BodyPublishers.noBody()))
                .statusCode();

        assertEquals(403, status);
    }

    @Test
    void refusedFileShouldBeReportedByName() {
        byte[] letter = Part10.garbage();
        String upload = create(letter.length);
        patch(upload, 0, letter);

        JsonNode file = done(upload).path("files").path(0);
        assertEquals("IM1", file.path("name").asText());
        assertTrue(List.of("REFUSED", "SKIPPED").contains(file.path("outcome").asText()), file::toString);
        assertTrue(file.path("reason").asText().startsWith("It is no DICOM file."), file::toString);
    }

    private String create(int length) {
        String name = Base64.getEncoder().encodeToString("IM1".getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> response = send(tus("/upload")
                .header("Upload-Length", Integer.toString(length))
                .header("Upload-Metadata", "filename " + name)
                .POST(HttpRequest.BodyPublishers.noBody()));
        assertEquals(201, response.statusCode());
        return response.headers().firstValue("Location").orElseThrow();
    }

    private HttpResponse<String> patch(String upload, int offset, byte[] bytes) {
        return send(tus(upload)
                .header("Content-Type", "application/offset+octet-stream")
                .header("Upload-Offset", Integer.toString(offset))
                .method("PATCH", HttpRequest.BodyPublishers.ofByteArray(bytes)));
    }

    /** The report, once the files have been stored or refused. */
    private JsonNode done(String upload) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            JsonNode report = AccessToken.json(send(HttpRequest.newBuilder(Aegle.at(upload))));
            if (!report.path("files").isEmpty()) {
                return report;
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        throw new AssertionError("the upload did not come to an end within " + PATIENCE);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return technologist.send(request);
    }

    private static HttpRequest.Builder tus(String path) {
        return HttpRequest.newBuilder(Aegle.at(path)).header("Tus-Resumable", "1.0.0");
    }
}
