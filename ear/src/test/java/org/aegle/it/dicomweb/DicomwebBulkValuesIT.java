package org.aegle.it.dicomweb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.BulkDataReference;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.phantom.UltrasoundCine;
import org.aegle.it.client.Compressed;
import org.aegle.it.client.Dicomweb;
import org.aegle.it.client.Multipart;
import org.aegle.it.client.Part10;
import org.aegle.it.client.Pixels;
import org.aegle.it.client.TestStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** WADO-RS bulk data: metadata names addresses, and they give the values, whole and in part. PS3.18 10.4.1.1.5. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DicomwebBulkValuesIT {
    private static final String OCTETS = "application/octet-stream";
    private static final int CINE_BYTES = 40 * 320 * 240;

    private final Dicomweb emr = Dicomweb.as("demo-emr");
    private final byte[] cine = TestStudy.of(new UltrasoundCine()).objects().get(0);
    private final byte[] pixels = Pixels.of(cine);
    private final String address;

    DicomwebBulkValuesIT() {
        emr.store(List.of(cine));
        address = address(cine, Tag.PixelData);
    }

    @Test
    void pixelDataShouldBeWhereMetadataSaysItIs() {
        assertArrayEquals(pixels, emr.get(address, "Accept", OCTETS).body());
        HttpResponse<byte[]> parts = emr.get(address);
        assertArrayEquals(
                pixels,
                Multipart.read(parts.headers().firstValue("Content-Type").orElse(""), parts.body())
                        .get(0)
                        .content());
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 1",
        "bytes=1000000-1999999, 1000000, 2000000",
        "bytes=3071990-, 3071990, 3072000",
        "bytes=3071990-99999999, 3071990, 3072000",
        "bytes=-5, 3071995, 3072000"
    })
    void partOfAValueShouldComeByRange(String range, int from, int to) {
        HttpResponse<byte[]> response = emr.get(address, "Accept", OCTETS, "Range", range);

        assertEquals(206, response.statusCode());
        assertEquals(
                "bytes " + from + "-" + (to - 1) + "/" + CINE_BYTES,
                response.headers().firstValue("Content-Range").orElse(""));
        assertArrayEquals(Arrays.copyOfRange(pixels, from, to), response.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=3072000-", "bytes=99999999-100000000", "bytes=-0"})
    void rangeBehindTheEndShouldNotBeSatisfiable(String range) {
        HttpResponse<byte[]> response = emr.get(address, "Accept", OCTETS, "Range", range);

        assertEquals(416, response.statusCode());
        assertEquals(
                "bytes */" + CINE_BYTES,
                response.headers().firstValue("Content-Range").orElse(""));
        assertTrue(response.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=5-1", "lines=1-2", "bytes=0-1,5-6", "bytes=-", "nonsense"})
    void rangeWithoutSenseShouldBeIgnored(String range) {
        HttpResponse<byte[]> response = emr.get(address, "Accept", OCTETS, "Range", range);

        assertEquals(200, response.statusCode());
        assertEquals(CINE_BYTES, response.body().length);
    }

    @Test
    void entityTagShouldSpareWhatIsKnownAndGuardRanges() {
        String tag =
                emr.get(address, "Accept", OCTETS).headers().firstValue("ETag").orElseThrow();

        assertEquals(
                304, emr.get(address, "Accept", OCTETS, "If-None-Match", tag).statusCode());
        assertEquals(
                206,
                emr.get(address, "Accept", OCTETS, "Range", "bytes=0-9", "If-Range", tag)
                        .statusCode());
        assertEquals(
                200,
                emr.get(address, "Accept", OCTETS, "Range", "bytes=0-9", "If-Range", "\"another\"")
                        .statusCode());
    }

    @Test
    void compressedPixelDataShouldBeThereDecodedAndAsItIs() {
        byte[] plain = TestStudy.of(new UltrasoundCine()).objects().get(0);
        byte[] packed = Compressed.by("dcmcrle", plain);
        emr.store(List.of(packed));
        String where = address(packed, Tag.PixelData);
        byte[] samples = Pixels.of(plain);

        assertArrayEquals(samples, emr.get(where, "Accept", OCTETS).body());
        HttpResponse<byte[]> part = emr.get(where, "Accept", OCTETS, "Range", "bytes=100000-300000");
        assertEquals(206, part.statusCode());
        assertArrayEquals(Arrays.copyOfRange(samples, 100_000, 300_001), part.body());
        HttpResponse<byte[]> stored =
                emr.get(where, "Accept", "multipart/related; type=\"application/octet-stream\"; transfer-syntax=*");
        List<Multipart.Part> frames =
                Multipart.read(stored.headers().firstValue("Content-Type").orElse(""), stored.body());
        assertEquals(40, frames.size());
        assertArrayEquals(Pixels.frame(packed, 7), frames.get(6).content());
    }

    @Test
    void longPrivateValueShouldBeWhereMetadataSaysItIs() {
        byte[] value = new byte[200_000];
        new Random(7).nextBytes(value);
        Attributes image = Part10.smallImage(Part10.newUid(), Part10.newUid(), 1);
        image.setString(0x00090010, VR.LO, "AEGLE TEST");
        image.setBytes(0x00091001, VR.OB, value);
        byte[] sent = Part10.file(image);
        emr.store(List.of(sent));

        assertArrayEquals(
                value, emr.get(address(sent, 0x00091001), "Accept", OCTETS).body());
    }

    /** Words lie in big endian order in the object and come in little endian order. */
    @Test
    void valueOfABigEndianObjectShouldComeInLittleEndianOrder() {
        byte[] plain = TestStudy.smallCt(1).objects().get(0);
        byte[] turned = Compressed.by("dcmconv", plain, "+tb");
        emr.store(List.of(turned));

        String where = address(turned, Tag.PixelData);
        byte[] samples = Pixels.of(plain);
        assertArrayEquals(samples, emr.get(where, "Accept", OCTETS).body());
        assertArrayEquals(
                Arrays.copyOfRange(samples, 101, 200),
                emr.get(where, "Accept", OCTETS, "Range", "bytes=101-199").body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0-100", "200-99999999", "nonsense", "7FE00011"})
    void addressThatNobodyNamedShouldNotBeFound(String end) {
        assertEquals(404, emr.get(Part10.path(cine) + "/bulkdata/" + end).statusCode());
    }

    @Test
    void typeThatIsNotOfferedShouldBeNotAcceptable() {
        assertEquals(406, emr.get(address, "Accept", "image/jpeg").statusCode());
    }

    /** As path below the service. */
    private String address(byte[] object, int tag) {
        Attributes told =
                Dicomweb.json(emr.get(Part10.path(object) + "/metadata").body()).get(0);
        BulkDataReference reference = (BulkDataReference) told.getValue(tag);
        assertTrue(reference.uri().startsWith("/dicom-web/studies/"), reference.uri());
        return reference.uri().substring("/dicom-web".length());
    }
}
