package org.aegle.it.dicomweb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import org.aegle.dicom.data.BulkData;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.phantom.UltrasoundCine;
import org.aegle.it.client.Dicomweb;
import org.aegle.it.client.Multipart;
import org.aegle.it.client.Part10;
import org.aegle.it.client.TestStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** WADO-RS frames: of a cine, each picture with the bytes that were sent. PS3.18 10.4.1.1.6. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DicomwebFramesIT {
    private static final String OCTETS = "multipart/related; type=\"application/octet-stream\"";
    private static final int FRAMES = 40;
    private static final int FRAME_LENGTH = 320 * 240;

    private final Dicomweb emr = Dicomweb.as("demo-emr");
    private final byte[] cine = TestStudy.of(new UltrasoundCine()).objects().get(0);
    private final String frames = Part10.path(cine) + "/frames/";

    DicomwebFramesIT() {
        emr.store(List.of(cine));
    }

    @Test
    void everyFrameShouldHaveThePixelsThatWereSent() {
        for (int number = 1; number <= FRAMES; number++) {
            List<Multipart.Part> parts = parts(emr.get(frames + number, "Accept", OCTETS));
            assertEquals(1, parts.size());
            assertArrayEquals(frame(number), parts.get(0).content(), "frame " + number);
        }
    }

    @Test
    void listOfFramesShouldComeInTheOrderItWasAskedFor() {
        List<Multipart.Part> parts = parts(emr.get(frames + "40,1,17", "Accept", OCTETS));

        assertEquals(3, parts.size());
        assertArrayEquals(frame(40), parts.get(0).content());
        assertArrayEquals(frame(1), parts.get(1).content());
        assertArrayEquals(frame(17), parts.get(2).content());
        assertTrue(parts.get(0).header("Content-Location").endsWith("/frames/40"));
    }

    @Test
    void oneFrameShouldAlsoComeAsASinglePart() {
        HttpResponse<byte[]> response = emr.get(frames + "5", "Accept", "application/octet-stream");

        assertEquals(200, response.statusCode());
        assertArrayEquals(frame(5), response.body());
    }

    @Test
    void severalFramesAsASinglePartShouldBeNotAcceptable() {
        assertEquals(
                406,
                emr.get(frames + "1,2", "Accept", "application/octet-stream").statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "one", "1,0", "1,,2"})
    void malformedFrameNumberShouldBeABadRequest(String list) {
        assertEquals(400, emr.get(frames + list, "Accept", OCTETS).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"41", "1,41", "99999999"})
    void frameBehindTheLastShouldNotBeFound(String list) {
        assertEquals(404, emr.get(frames + list, "Accept", OCTETS).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/jphc", "multipart/related; type=\"video/mp4\"", "text/plain"})
    void typeThatIsNotOfferedShouldBeNotAcceptable(String accept) {
        assertEquals(406, emr.get(frames + "1", "Accept", accept).statusCode());
    }

    private byte[] frame(int number) {
        BulkData pixels = (BulkData) Part10.read(cine).dataset().getValue(Tag.PixelData);
        int start = (int) pixels.offset() + (number - 1) * FRAME_LENGTH;
        return Arrays.copyOfRange(cine, start, start + FRAME_LENGTH);
    }

    private static List<Multipart.Part> parts(HttpResponse<byte[]> response) {
        return Multipart.read(response.headers().firstValue("Content-Type").orElse(""), response.body());
    }
}
