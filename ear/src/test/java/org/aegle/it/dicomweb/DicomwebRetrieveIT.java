package org.aegle.it.dicomweb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.aegle.it.client.Dicomweb;
import org.aegle.it.client.DumpedFile;
import org.aegle.it.client.Multipart;
import org.aegle.it.client.Part10;
import org.aegle.it.client.TestStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** WADO-RS of whole objects and their pictures: the bytes that were sent come back. PS3.18 10.4. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DicomwebRetrieveIT {
    private static final String MULTIPART = "multipart/related; type=\"application/dicom\"";

    private final Dicomweb emr = Dicomweb.as("demo-emr");
    private final TestStudy ct = TestStudy.smallCt(3);

    DicomwebRetrieveIT() {
        emr.store(ct.objects());
    }

    @Test
    void instanceShouldComeBackByteForByte() {
        byte[] sent = ct.objects().get(1);

        HttpResponse<byte[]> response = emr.get(Part10.path(sent), "Accept", "application/dicom");

        assertEquals(200, response.statusCode());
        assertEquals(
                Integer.toString(sent.length),
                response.headers().firstValue("Content-Length").orElse(""));
        assertArrayEquals(sent, response.body());
    }

    /** What stands before the prefix may be a program for another machine; PS3.10 7.1 gives it no meaning. */
    @Test
    void preambleShouldComeBackAsZerosAndAllElseAsSent() {
        byte[] plain = Part10.file(Part10.smallImage(Part10.newUid(), Part10.newUid(), 1));
        byte[] disguised = plain.clone();
        disguised[0] = 'M';
        disguised[1] = 'Z';
        emr.store(List.of(disguised));

        assertArrayEquals(
                plain,
                emr.get(Part10.path(disguised), "Accept", "application/dicom").body());
    }

    @ParameterizedTest
    @ValueSource(strings = {MULTIPART, MULTIPART + "; transfer-syntax=*", "*/*"})
    void studyShouldComeWithAllInstances(String accept) {
        HttpResponse<byte[]> response = emr.get(ct.path(), "Accept", accept);

        assertEquals(200, response.statusCode());
        Map<String, byte[]> sent =
                ct.objects().stream().collect(Collectors.toMap(Part10::sopInstanceUid, object -> object));
        List<Multipart.Part> parts = parts(response);
        assertEquals(3, parts.size());
        for (Multipart.Part part : parts) {
            assertTrue(part.header("Content-Type").startsWith("application/dicom"));
            assertTrue(part.header("Content-Location").endsWith(Part10.path(part.content())));
            assertArrayEquals(sent.remove(Part10.sopInstanceUid(part.content())), part.content());
        }
    }

    @Test
    void seriesShouldComeWithItsInstances() {
        String path = Part10.path(ct.objects().get(0)).replaceFirst("/instances/.*", "");

        assertEquals(3, parts(emr.get(path, "Accept", MULTIPART)).size());
    }

    @Test
    void instanceShouldAlsoComeAsMultipart() {
        byte[] sent = ct.objects().get(2);

        List<Multipart.Part> parts = parts(emr.get(Part10.path(sent), "Accept", MULTIPART));

        assertEquals(1, parts.size());
        assertArrayEquals(sent, parts.get(0).content());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "image/png",
                "multipart/related; type=\"image/jpeg\"",
                "application/dicom; transfer-syntax=1.2.840.10008.1.2.4.50"
            })
    void typeThatIsNotOfferedShouldBeNotAcceptable(String accept) {
        HttpResponse<byte[]> response = emr.get(Part10.path(ct.objects().get(0)), "Accept", accept);

        assertEquals(406, response.statusCode());
        assertTrue(response.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json"));
    }

    @Test
    void wholeStudyAsASinglePartShouldBeNotAcceptable() {
        assertEquals(406, emr.get(ct.path(), "Accept", "application/dicom").statusCode());
    }

    @Test
    void acceptParameterShouldStandInForTheHeader() {
        byte[] sent = ct.objects().get(0);

        assertArrayEquals(
                sent,
                emr.get(Part10.path(sent) + "?accept=application/dicom", "Accept", "*/*")
                        .body());
    }

    @Test
    void unknownStudyShouldNotBeFound() {
        assertEquals(404, emr.get("/studies/" + Part10.newUid()).statusCode());
    }

    @Test
    void thumbnailsOfStudySeriesAndInstanceShouldBeJpegs() throws IOException {
        String instance = Part10.path(ct.objects().get(0));
        for (String path : List.of(ct.path(), instance.replaceFirst("/instances/.*", ""), instance)) {
            HttpResponse<byte[]> response = emr.get(path + "/thumbnail?viewport=64,64", "Accept", "image/jpeg");
            assertEquals(200, response.statusCode(), path);
            assertEquals(
                    "image/jpeg", response.headers().firstValue("Content-Type").orElse(""));
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(response.body()));
            assertNotNull(picture, path);
            assertTrue(picture.getWidth() <= 64 && picture.getHeight() <= 64, path);
        }
    }

    @Test
    void independentReaderShouldUnderstandWhatIsRetrieved(@TempDir Path folder) throws IOException {
        byte[] sent = ct.objects().get(0);
        Path file = folder.resolve("retrieved.dcm");
        Files.write(
                file, emr.get(Part10.path(sent), "Accept", "application/dicom").body());

        DumpedFile dump = DumpedFile.of(file);

        assertEquals(Part10.sopInstanceUid(sent), dump.value("0008,0018"));
        assertEquals(ct.uid(), dump.value("0020,000d"));
        assertEquals(ct.patient().name(), dump.value("0010,0010"));
    }

    private static List<Multipart.Part> parts(HttpResponse<byte[]> response) {
        return Multipart.read(response.headers().firstValue("Content-Type").orElse(""), response.body());
    }
}
