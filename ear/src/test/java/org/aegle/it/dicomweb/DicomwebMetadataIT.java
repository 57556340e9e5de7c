package org.aegle.it.dicomweb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.json.NativeModelReader;
import org.aegle.it.client.Dicomweb;
import org.aegle.it.client.Multipart;
import org.aegle.it.client.Part10;
import org.aegle.it.client.TestStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** WADO-RS metadata: all that the objects say but their bulk data, kept up to date. PS3.18 10.4.1.1.2. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DicomwebMetadataIT {
    private final Dicomweb emr = Dicomweb.as("demo-emr");
    private final TestStudy ct = TestStudy.smallCt(3);

    DicomwebMetadataIT() {
        emr.store(ct.objects());
    }

    @Test
    void metadataShouldSayWhatTheObjectsSay() {
        Map<String, Attributes> told = Dicomweb.json(
                        emr.get(ct.path() + "/metadata").body())
                .stream()
                .collect(Collectors.toMap(i -> i.getString(Tag.SOPInstanceUID), Function.identity()));

        assertEquals(3, told.size());
        for (byte[] object : ct.objects()) {
            Attributes sent = Part10.read(object).dataset();
            assertSame(sent, told.get(sent.getString(Tag.SOPInstanceUID)));
        }
    }

    @Test
    void metadataShouldNeverHoldPixelDataItself() {
        Attributes told = Dicomweb.json(
                        emr.get(Part10.path(ct.objects().get(0)) + "/metadata").body())
                .get(0);

        assertFalse(told.getValue(Tag.PixelData) instanceof byte[]);
    }

    @Test
    void metadataOfSeriesAndInstanceShouldHoldTheirInstancesAlone() {
        String instance = Part10.path(ct.objects().get(1));
        String series = instance.replaceFirst("/instances/.*", "");

        assertEquals(3, Dicomweb.json(emr.get(series + "/metadata").body()).size());
        List<Attributes> one = Dicomweb.json(emr.get(instance + "/metadata").body());
        assertEquals(1, one.size());
        assertEquals(ct.sopInstanceUids().get(1), one.get(0).getString(Tag.SOPInstanceUID));
    }

    @Test
    void unchangedMetadataShouldNotBeSentAgain() {
        HttpResponse<byte[]> first = emr.get(ct.path() + "/metadata");
        String tag = first.headers().firstValue("ETag").orElseThrow();

        HttpResponse<byte[]> second = emr.get(ct.path() + "/metadata", "If-None-Match", tag);

        assertEquals(304, second.statusCode());
        assertEquals(0, second.body().length);
    }

    @Test
    void anotherInstanceShouldChangeTheEntityTagAndBeInTheMetadata() {
        TestStudy growing = TestStudy.smallCt(2);
        emr.store(growing.objects().subList(0, 1));
        HttpResponse<byte[]> before = emr.get(growing.path() + "/metadata");

        emr.store(growing.objects().subList(1, 2));
        HttpResponse<byte[]> after = emr.get(
                growing.path() + "/metadata",
                "If-None-Match",
                before.headers().firstValue("ETag").orElseThrow());

        assertEquals(200, after.statusCode());
        assertNotEquals(before.headers().firstValue("ETag"), after.headers().firstValue("ETag"));
        assertEquals(2, Dicomweb.json(after.body()).size());
    }

    @Test
    void xmlShouldSayTheSameAsJson() throws IOException {
        HttpResponse<byte[]> response =
                emr.get(ct.path() + "/metadata", "Accept", "multipart/related; type=\"application/dicom+xml\"");

        assertEquals(200, response.statusCode());
        List<Attributes> json = Dicomweb.json(emr.get(ct.path() + "/metadata").body());
        List<Multipart.Part> parts =
                Multipart.read(response.headers().firstValue("Content-Type").orElse(""), response.body());
        assertEquals(3, parts.size());
        for (int i = 0; i < 3; i++) {
            assertEquals("application/dicom+xml", parts.get(i).header("Content-Type"));
            Attributes xml = new NativeModelReader()
                    .read(new ByteArrayInputStream(parts.get(i).content()));
            assertEquals(json.get(i), xml);
        }
        assertNotEquals(
                emr.get(ct.path() + "/metadata").headers().firstValue("ETag"),
                response.headers().firstValue("ETag"));
    }

    @Test
    void oneInstanceShouldAlsoComeAsAnXmlDocument() throws IOException {
        String instance = Part10.path(ct.objects().get(0)) + "/metadata?accept=application/dicom%2Bxml";
        HttpResponse<byte[]> response = emr.get(instance);

        Attributes xml = new NativeModelReader().read(new ByteArrayInputStream(response.body()));
        assertEquals(ct.sopInstanceUids().get(0), xml.getString(Tag.SOPInstanceUID));
        assertEquals(
                406,
                emr.get(ct.path() + "/metadata", "Accept", "application/dicom+xml")
                        .statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv", "application/dicom", "application/xml", "application/dicom+json;q=0"})
    void typeThatIsNotOfferedShouldBeNotAcceptable(String accept) {
        assertEquals(406, emr.get(ct.path() + "/metadata", "Accept", accept).statusCode());
    }

    @Test
    void metadataShouldComeCompressedToThoseWhoAcceptIt() throws IOException {
        HttpResponse<byte[]> plain = emr.get(ct.path() + "/metadata");
        HttpResponse<byte[]> packed = emr.get(ct.path() + "/metadata", "Accept-Encoding", "gzip");

        assertTrue(plain.headers().firstValue("Content-Encoding").isEmpty());
        assertEquals("gzip", packed.headers().firstValue("Content-Encoding").orElse(""));
        byte[] unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes();
        assertEquals(Dicomweb.json(plain.body()), Dicomweb.json(unpacked));
    }

    private static void assertSame(Attributes sent, Attributes told) {
        for (int tag : sent.tags()) {
            if (tag != Tag.PixelData) {
                assertEquals(sent.getVR(tag), told.getVR(tag), () -> String.format("%08X", tag));
                assertArrayEquals(sent.getStrings(tag), told.getStrings(tag), () -> String.format("%08X", tag));
            }
        }
        assertTrue(told.contains(Tag.PixelData));
    }
}
