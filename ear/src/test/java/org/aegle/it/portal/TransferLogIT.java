package org.aegle.it.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.aegle.it.Aegle;
import org.aegle.it.client.ClientRow;
import org.aegle.it.client.Dicomweb;
import org.aegle.it.client.Eventually;
import org.aegle.it.client.LoggedTransfer;
import org.aegle.it.client.Part10;
import org.aegle.it.client.PortalSession;
import org.aegle.it.client.TestStudy;
import org.junit.jupiter.api.Test;

/** What the transfer log tells of images that come and go by HTTP. */
class TransferLogIT {
    private static final String ANY_SYNTAX = "multipart/related; type=\"application/dicom\"; transfer-syntax=*";
    private static final byte[] PART_HEAD =
            "\r\n--b\r\nContent-Type: application/dicom\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final long before = LoggedTransfer.last();

    @Test
    void requestsOfOneSenderShouldBeOneTransfer() throws Exception {
        String id = ClientRow.insert("system/*.cruds");
        Dicomweb sender = Dicomweb.as(id);
        TestStudy ct = TestStudy.smallCt(2);
        assertEquals(200, sender.store(List.of(ct.objects().get(0))).status());
        assertEquals(
                202,
                sender.store(List.of(ct.objects().get(1), Part10.garbage())).status());

        LoggedTransfer row = only(rows(id, 1));
        assertEquals("STOW", row.door());
        assertEquals(2, row.requests());
        assertEquals(1, row.studies());
        assertEquals(1, row.patients());
        assertEquals(2, row.received());
        assertEquals(1, row.failed());
        assertEquals("1 x NOT_DICOM", row.failures());
        assertEquals("COMPLETED", row.ending());
        long bytes = ct.objects().stream().mapToLong(object -> object.length).sum();
        assertTrue(row.receivedBytes() > bytes, row::toString);
    }

    @Test
    void wholeObjectsShouldBeToldOfAndNotEachFrame() throws Exception {
        String id = ClientRow.insert("system/*.cruds");
        TestStudy ct = TestStudy.smallCt(2);
        Dicomweb.as("demo-emr").store(ct.objects());
        Dicomweb receiver = Dicomweb.as(id);
        String instance = receiver.search(ct.path() + "/instances").get(0).getString(0x0008_1190, "");
        String path = instance.substring(instance.indexOf("/studies/"));
        assertEquals(
                200,
                receiver.get(path + "/frames/1", "Accept", "multipart/related; type=\"application/octet-stream\"")
                        .statusCode());
        assertEquals(
                200, receiver.get(path + "/thumbnail", "Accept", "image/jpeg").statusCode());
        assertEquals(200, receiver.get(ct.path(), "Accept", ANY_SYNTAX).statusCode());
        assertEquals(
                200,
                receiver.get(path, "Accept", "application/dicom; transfer-syntax=*")
                        .statusCode());
        assertEquals(200, receiver.get(ct.path(), "Accept", "application/zip").statusCode());
        assertEquals(200, receiver.get("/zip?StudyInstanceUID=" + ct.uid()).statusCode());

        List<LoggedTransfer> rows = rows(id, 2);
        LoggedTransfer wado = only(by("WADO", rows));
        assertEquals(3, wado.sent());
        assertEquals(2, wado.requests());
        assertEquals(1, wado.studies());
        assertTrue(wado.sentBytes() > 0, wado::toString);
        LoggedTransfer zip = only(by("ZIP", rows));
        assertEquals(4, zip.sent());
        assertEquals(2, zip.requests());
        assertEquals("COMPLETED", zip.ending());
    }

    @Test
    void senderThatIsNotLetInShouldBeToldOf() throws Exception {
        String id = ClientRow.insert("system/*.rs");
        TestStudy ct = TestStudy.smallCt(1);
        byte[] part = ct.objects().get(0);
        assertEquals(
                403,
                Dicomweb.as(id)
                        .post("/studies", Dicomweb.contentType("b"), part)
                        .statusCode());

        LoggedTransfer row = only(rows(id, 1));
        assertEquals("REJECTED", row.ending());
        assertEquals(0, row.received());
        assertTrue(row.detail().contains("STORE_INSTANCE"), row::toString);
    }

    @Test
    void bodyThatEndsEarlyShouldBeToldOf() throws Exception {
        String id = ClientRow.insert("system/*.cruds");
        List<byte[]> objects = TestStudy.smallCt(2).objects();
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        for (byte[] object : objects) {
            sent.writeBytes(PART_HEAD);
            sent.writeBytes(object);
        }
        byte[] body = Arrays.copyOf(sent.toByteArray(), sent.size() - objects.get(1).length / 2);
        Dicomweb.as(id).post("/studies", Dicomweb.contentType("b"), body);

        LoggedTransfer row = only(rows(id, 1));
        assertEquals("ABORTED", row.ending());
        assertEquals(1, row.received());
        assertTrue(row.failures().contains("TRUNCATED"), row::toString);
    }

    @Test
    void uploadShouldBeListedForAdministrators() throws Exception {
        byte[] object = TestStudy.smallCt(1).objects().get(0);
        upload(PortalSession.of("radiologist"), object);
        LoggedTransfer row = only(by("UPLOAD", rows("radiologist", 1)));
        assertEquals(1, row.received());
        assertEquals(object.length, row.receivedBytes());
        assertEquals(1, row.studies());

        try (Chromium chromium = new Chromium()) {
            Page page = chromium.signedIn("admin");
            page.navigate("/directory/transfers");
            page.locator("#peer").fill("radiologist");
            page.locator("#door").selectOption("UPLOAD");
            page.waitForResponse(answer -> answer.request().method().equals("POST"), () -> page.locator("#search")
                    .click());
            // Rows of before the search may look the same, and are replaced when its answer is worked on.
            page.waitForFunction("PrimeFaces.ajax.Queue.isEmpty()");
            assertThat(page.locator("#rows tbody tr").first()).containsText("radiologist");
            assertThat(page.locator("#rows tbody tr").first()).containsText("Upload");
            assertThat(page.locator("#rows tbody tr").first()).containsText("Complete");
            page.locator("#rows .ui-row-toggler").first().click();
            assertThat(page.locator("#rows .ui-expanded-row-content").first()).containsText("Person");
        }
    }

    private static void upload(PortalSession person, byte[] object) {
        String place = person.send(tus("/upload")
                        .header("Upload-Length", Integer.toString(object.length))
                        .header("Upload-Metadata", "filename SU0x")
                        .POST(HttpRequest.BodyPublishers.noBody()))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertEquals(
                204,
                person.send(tus(place)
                                .header("Content-Type", "application/offset+octet-stream")
                                .header("Upload-Offset", "0")
                                .method("PATCH", HttpRequest.BodyPublishers.ofByteArray(object)))
                        .statusCode());
    }

    private static HttpRequest.Builder tus(String path) {
        return HttpRequest.newBuilder(Aegle.at(path)).header("Tus-Resumable", "1.0.0");
    }

    /** All rows of a peer, once there are so many. */
    private List<LoggedTransfer> rows(String peer, int count) throws Exception {
        return Eventually.get(count + " transfers of " + peer, () -> {
            List<LoggedTransfer> rows = new ArrayList<>(LoggedTransfer.since(before));
            rows.removeIf(row -> !row.peer().equals(peer));
            return rows.size() >= count ? Optional.of(rows) : Optional.empty();
        });
    }

    private static List<LoggedTransfer> by(String door, List<LoggedTransfer> rows) {
        return rows.stream().filter(row -> row.door().equals(door)).toList();
    }

    private static LoggedTransfer only(List<LoggedTransfer> rows) {
        assertEquals(1, rows.size(), rows::toString);
        return rows.get(0);
    }
}
