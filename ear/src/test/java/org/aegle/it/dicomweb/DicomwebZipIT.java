package org.aegle.it.dicomweb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.aegle.it.client.Dcmtk;
import org.aegle.it.client.Dicomweb;
import org.aegle.it.client.Part10;
import org.aegle.it.client.TestStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Studies and selections as a zip with a DICOMDIR that dcmtk reads. PS3.12 V, PS3.18 8.7.3. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DicomwebZipIT {
    private static final String DIRECTORY = "DICOMDIR";

    private final Dicomweb emr = Dicomweb.as("demo-emr");
    private final TestStudy ct = TestStudy.smallCt(4);
    private final TestStudy other = TestStudy.smallCt(2);

    DicomwebZipIT() {
        emr.store(ct.objects());
        emr.store(other.objects());
    }

    @Test
    void studyShouldComeAsAFileSetWithTheSentBytes() throws IOException {
        HttpResponse<byte[]> response = emr.get(ct.path(), "Accept", "application/zip");

        assertEquals(200, response.statusCode());
        assertEquals(
                "application/zip", response.headers().firstValue("Content-Type").orElse(""));
        assertTrue(
                response.headers().firstValue("Content-Disposition").orElse("").startsWith("attachment"));
        assertHolds(ct.objects(), response);
    }

    @Test
    void linkInABrowserShouldDoToo() throws IOException {
        String series = Part10.path(ct.objects().get(0)).replaceFirst("/instances/.*", "");
        assertHolds(ct.objects(), emr.get(series + "?accept=application/zip", "Accept", "text/html,*/*;q=0.8"));
        assertHolds(
                List.of(ct.objects().get(2)), emr.get(Part10.path(ct.objects().get(2)), "Accept", "application/zip"));
    }

    @Test
    void selectionShouldHoldAllThatIsNamedOnce() throws IOException {
        byte[] one = ct.objects().get(3);
        String query = "/zip?StudyInstanceUID=" + other.uid() + "&SOPInstanceUID=" + Part10.sopInstanceUid(one) + ","
                + other.sopInstanceUids().get(0);

        assertHolds(Stream.concat(Stream.of(one), other.objects().stream()).toList(), emr.get(query));
        assertHolds(
                Stream.concat(ct.objects().stream(), other.objects().stream()).toList(),
                emr.get("/zip?StudyInstanceUID=" + ct.uid() + "&StudyInstanceUID=" + other.uid()));
    }

    @Test
    void directoryShouldListEveryObjectForAnotherMakersReader(@TempDir Path folder) throws IOException {
        Map<String, byte[]> files = unpacked(emr.get(ct.path(), "Accept", "application/zip"));
        Path directory = Files.write(folder.resolve(DIRECTORY), files.get(DIRECTORY));

        Dcmtk dump = Dcmtk.run("dcmdump", List.of(directory.toString()));

        assertEquals(0, dump.exitCode());
        ct.sopInstanceUids().forEach(uid -> assertTrue(dump.has(uid), uid));
        assertEquals(4, dump.count("[IMAGE ]") + dump.count("[IMAGE]"));
    }

    @ParameterizedTest
    @CsvSource({"'', 400", "?StudyInstanceUID=abc, 400", "?StudyInstanceUID=1.2.3.4, 404"})
    void selectionOfNothingShouldBeRefused(String query, int status) {
        assertEquals(status, emr.get("/zip" + query).statusCode());
    }

    /** A selection is all or nothing: what is left out would be missed later. */
    @Test
    void selectionWithSomethingUnknownShouldNotBeFound() {
        assertEquals(
                404,
                emr.get("/zip?StudyInstanceUID=" + ct.uid() + "," + Part10.newUid())
                        .statusCode());
    }

    @Test
    void studyOfAnotherOrganisationShouldNotBeFound() {
        Dicomweb lakeside = Dicomweb.as("lakeside-emr");
        assertEquals(404, lakeside.get(ct.path(), "Accept", "application/zip").statusCode());
        assertEquals(404, lakeside.get("/zip?StudyInstanceUID=" + ct.uid()).statusCode());
    }

    private static void assertHolds(List<byte[]> objects, HttpResponse<byte[]> response) throws IOException {
        assertEquals(200, response.statusCode());
        Map<String, byte[]> files = unpacked(response);
        assertTrue(files.containsKey(DIRECTORY));
        files.remove(DIRECTORY);
        Map<String, byte[]> byUid =
                files.values().stream().collect(Collectors.toMap(Part10::sopInstanceUid, file -> file));
        assertEquals(
                objects.stream().map(Part10::sopInstanceUid).collect(Collectors.toSet()), Set.copyOf(byUid.keySet()));
        objects.forEach(object -> assertArrayEquals(object, byUid.get(Part10.sopInstanceUid(object))));
    }

    private static Map<String, byte[]> unpacked(HttpResponse<byte[]> response) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(response.body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }
}
