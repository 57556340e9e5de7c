package org.aegle.it.dicomweb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.aegle.it.Aegle;
import org.aegle.it.client.AccessToken;
import org.aegle.it.client.Dicomweb;
import org.aegle.it.client.Http;
import org.aegle.it.client.Multipart;
import org.aegle.it.client.Part10;
import org.aegle.it.client.StoreAnswer;
import org.aegle.it.client.TestStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may store, search and retrieve, how the others are told, and requests of a wrong form. PS3.18 8.5, 10.4-10.6. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DicomwebAccessIT {
    private static final String BOUNDARY = "b";

    private final Dicomweb emr = Dicomweb.as("demo-emr");
    private final Dicomweb reader = Dicomweb.as("demo-readonly");
    private final Dicomweb lakeside = Dicomweb.as("lakeside-emr");

    @Test
    void withoutATokenNothingShouldBeStored() {
        TestStudy ct = TestStudy.smallCt(1);

        HttpResponse<byte[]> response = Http.bytes(HttpRequest.newBuilder(Aegle.at("/dicom-web/studies"))
                .header("Content-Type", Dicomweb.contentType(BOUNDARY))
                .POST(HttpRequest.BodyPublishers.ofByteArray(
                        Multipart.write(BOUNDARY, "application/dicom", ct.objects()))));

        assertEquals(401, response.statusCode());
        assertTrue(response.headers().firstValue("WWW-Authenticate").orElse("").startsWith("Bearer"));
        assertProblem(response);
        assertEquals(404, emr.get(ct.path()).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/studies", "/studies/1.2.3", "/studies/1.2.3/metadata", "/studies/1.2.3/series"})
    void withoutATokenNothingShouldBeRead(String path) {
        HttpResponse<byte[]> response = Http.bytes(HttpRequest.newBuilder(Aegle.at("/dicom-web" + path)));

        assertEquals(401, response.statusCode());
        assertTrue(response.headers().firstValue("WWW-Authenticate").orElse("").startsWith("Bearer"));
    }

    @Test
    void inventedTokenShouldBeRefused() {
        Dicomweb stranger = new Dicomweb(new AccessToken("invented-" + Part10.newUid(), ""));

        assertEquals(401, stranger.get("/studies").statusCode());
    }

    @Test
    void readerShouldBeForbiddenToStore() {
        TestStudy ct = TestStudy.smallCt(1);

        HttpResponse<byte[]> response = reader.post(
                "/studies",
                Dicomweb.contentType(BOUNDARY),
                Multipart.write(BOUNDARY, "application/dicom", ct.objects()));

        assertEquals(403, response.statusCode());
        assertEquals(404, emr.get(ct.path()).statusCode());
    }

    @Test
    void readerShouldSearchAndRetrieve() {
        TestStudy ct = TestStudy.smallCt(1);
        emr.store(ct.objects());

        assertEquals(1, reader.search("/studies?StudyInstanceUID=" + ct.uid()).size());
        assertEquals(200, reader.get(ct.path()).statusCode());
    }

    @Test
    void tokenWithoutSearchScopeShouldRetrieveButNotSearch() {
        TestStudy ct = TestStudy.smallCt(1);
        emr.store(ct.objects());
        Dicomweb retriever = new Dicomweb(AccessToken.of("demo-emr", "system/ImagingStudy.r"));

        assertEquals(200, retriever.get(ct.path()).statusCode());
        assertEquals(403, retriever.get("/studies").statusCode());
    }

    @Test
    void anotherOrganisationShouldNotTellTheStudyFromOneThatIsNotThere() {
        TestStudy ct = TestStudy.smallCt(1);
        emr.store(ct.objects());
        String instance = Part10.path(ct.objects().get(0));
        String unknown = Part10.newUid();

        assertEquals(List.of(), lakeside.search("/studies?StudyInstanceUID=" + ct.uid()));
        assertEquals(
                List.of(),
                lakeside.search("/studies?AccessionNumber=" + ct.study().accessionNumber()));
        assertEquals(List.of(), lakeside.search(ct.path() + "/series"));
        for (String path : List.of(
                ct.path(), ct.path() + "/metadata", ct.path() + "/thumbnail", instance, instance + "/frames/1")) {
            HttpResponse<byte[]> hidden = lakeside.get(path);
            HttpResponse<byte[]> absent = lakeside.get(path.replace(ct.uid(), unknown));
            assertEquals(404, hidden.statusCode(), path);
            assertEquals(404, absent.statusCode(), path);
            assertEquals(text(absent).replace(unknown, ct.uid()), text(hidden), path);
        }
    }

    @Test
    void anotherOrganisationShouldNotAddToTheStudyNorLearnWhatIsInIt() {
        TestStudy ct = TestStudy.smallCt(2);
        emr.store(List.of(ct.objects().get(0)));

        StoreAnswer answer = lakeside.store(ct.objects());

        assertEquals(409, answer.status());
        assertEquals(List.of(), answer.stored());
        assertEquals(
                1,
                answer.failures().stream()
                        .map(StoreAnswer.Failure::reason)
                        .distinct()
                        .count(),
                "the object that is there and the one that is not are told apart: " + answer.failures());
        assertEquals(1, emr.search(ct.path() + "/instances").size());
    }

    @Test
    void missingBoundaryShouldBeABadRequest() {
        HttpResponse<byte[]> response = emr.post(
                "/studies",
                "multipart/related; type=\"application/dicom\"",
                Multipart.write(BOUNDARY, "application/dicom", List.of(Part10.garbage())));

        assertEquals(400, response.statusCode());
        assertProblem(response);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/dicom",
                "application/octet-stream",
                "multipart/form-data; boundary=b",
                "multipart/related; boundary=b",
                "multipart/related; type=\"text/xml\"; boundary=b"
            })
    void otherMediaTypeShouldBeUnsupported(String type) {
        HttpResponse<byte[]> response =
                emr.post("/studies", type, Multipart.write(BOUNDARY, "application/dicom", List.of(Part10.garbage())));

        assertEquals(415, response.statusCode());
        assertProblem(response);
    }

    @Test
    void malformedUidInTheAddressShouldBeABadRequest() {
        HttpResponse<byte[]> response = emr.get("/studies/1.2..3");

        assertEquals(400, response.statusCode());
        assertProblem(response);
    }

    private static void assertProblem(HttpResponse<byte[]> response) {
        assertTrue(
                response.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json"),
                () -> response.headers().map() + text(response));
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
