package org.aegle.it.dicomweb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.aegle.dicom.data.UID;
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

/** Transfer syntaxes and media types as clients ask for them; dcmtk and GDCM judge the pixels. PS3.18 8.7. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DicomwebTranscodingIT {
    private static final String OCTETS = "multipart/related; type=\"application/octet-stream\"";

    private final Dicomweb emr = Dicomweb.as("demo-emr");
    private final byte[] plain = TestStudy.smallCt(1).objects().get(0);
    private final TestStudy ct = TestStudy.smallCt(2);
    private final List<byte[]> packed =
            ct.objects().stream().map(o -> Compressed.by("dcmcjpls", o)).toList();

    DicomwebTranscodingIT() {
        emr.store(List.of(plain));
        emr.store(packed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/dicom", "application/dicom; transfer-syntax=1.2.840.10008.1.2.1"})
    void compressedObjectShouldBeDecodedForWhoDoesNotNameItsTransferSyntax(String accept) {
        HttpResponse<byte[]> response = emr.get(Part10.path(packed.get(0)), "Accept", accept);

        assertEquals(200, response.statusCode());
        assertEquals(UID.ExplicitVRLittleEndian, Pixels.transferSyntax(response.body()));
        assertArrayEquals(Pixels.of(ct.objects().get(0)), Pixels.of(response.body()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/dicom; transfer-syntax=*",
                "application/dicom; transfer-syntax=1.2.840.10008.1.2.4.80",
                "application/dicom; transfer-syntax=1.2.840.10008.1.2.1; q=0.5,"
                        + " application/dicom; transfer-syntax=1.2.840.10008.1.2.4.80"
            })
    void compressedObjectShouldComeAsStoredToWhoTakesIt(String accept) {
        assertArrayEquals(
                packed.get(0),
                emr.get(Part10.path(packed.get(0)), "Accept", accept).body());
    }

    @Test
    void studyShouldComeDecodedInEachOfItsParts() {
        HttpResponse<byte[]> response = emr.get(ct.path(), "Accept", "multipart/related; type=\"application/dicom\"");

        List<Multipart.Part> parts = parts(response);
        assertEquals(2, parts.size());
        for (int i = 0; i < 2; i++) {
            String uid = Part10.sopInstanceUid(parts.get(i).content());
            byte[] sent = ct.objects().get(ct.sopInstanceUids().indexOf(uid));
            assertEquals(
                    "application/dicom; transfer-syntax=1.2.840.10008.1.2.1",
                    parts.get(i).header("Content-Type"));
            assertArrayEquals(Pixels.of(sent), Pixels.of(parts.get(i).content()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.840.10008.1.2.5, dcmdrle",
        "1.2.840.10008.1.2.4.70, dcmdjpeg",
        "1.2.840.10008.1.2.4.80, dcmdjpls",
        "1.2.840.10008.1.2.4.90, gdcmconv"
    })
    void independentDecoderShouldFindTheSentPixelsInWhatWasCompressed(String syntax, String decoder) {
        HttpResponse<byte[]> response =
                emr.get(Part10.path(plain), "Accept", "application/dicom; transfer-syntax=" + syntax);

        assertEquals(200, response.statusCode());
        assertEquals(syntax, Pixels.transferSyntax(response.body()));
        String[] options = decoder.equals("gdcmconv") ? new String[] {"--raw"} : new String[0];
        assertArrayEquals(Pixels.of(plain), Pixels.of(Compressed.by(decoder, response.body(), options)));
    }

    @ParameterizedTest
    @CsvSource({"1.2.840.10008.1.2, dcmconv", "1.2.840.10008.1.2.2, dcmconv", "1.2.840.10008.1.2.1.99, dcmconv"})
    void objectShouldAlsoComeInOtherNativeTransferSyntaxes(String syntax, String converter) {
        byte[] told = emr.get(Part10.path(plain), "Accept", "application/dicom; transfer-syntax=" + syntax)
                .body();

        assertEquals(syntax, Pixels.transferSyntax(told));
        assertArrayEquals(Pixels.of(plain), Pixels.of(Compressed.by(converter, told, "+te")));
    }

    @Test
    void implicitAndBigEndianObjectsShouldComeInExplicitLittleEndian() {
        for (String encoding : List.of("+ti", "+tb", "+td")) {
            byte[] sent = TestStudy.smallCt(1).objects().get(0);
            emr.store(List.of(Compressed.by("dcmconv", sent, encoding)));

            byte[] told =
                    emr.get(Part10.path(sent), "Accept", "application/dicom").body();

            assertEquals(UID.ExplicitVRLittleEndian, Pixels.transferSyntax(told), encoding);
            assertArrayEquals(Pixels.of(sent), Pixels.of(told), encoding);
            assertArrayEquals(
                    Pixels.of(sent),
                    emr.get(Part10.path(sent) + "/frames/1", "Accept", "application/octet-stream")
                            .body(),
                    encoding);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/octet-stream | application/octet-stream",
                "image/jls | image/jls",
                "image/x-jls | image/jls",
                "image/dicom-rle;q=0.2, image/jls;q=0.3 | image/jls",
                "image/none, image/dicom-rle | image/dicom-rle",
                "image/jp2 | image/jp2",
                "image/jpeg | image/jpeg",
                "image/jls; transfer-syntax=1.2.840.10008.1.2.4.80 | image/jls",
                "text/html, image/*;q=0.1 | image/jpeg"
            })
    void nativeFrameShouldComeInTheBestTypeThatIsAccepted(String accept, String type) {
        HttpResponse<byte[]> response = emr.get(Part10.path(plain) + "/frames/1", "Accept", accept);

        assertEquals(200, response.statusCode());
        assertEquals(type, response.headers().firstValue("Content-Type").orElse(""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "image/jphc",
                "video/mp4",
                "image/jls;q=0",
                "image/jls; transfer-syntax=1.2.840.10008.1.2.4.90",
                "image/jpeg; transfer-syntax=1.2.840.10008.1.2.4.50",
                "application/octet-stream; transfer-syntax=1.2.840.10008.1.2.4.80"
            })
    void frameInAFormThatCannotBeHadShouldBeNotAcceptable(String accept) {
        HttpResponse<byte[]> response = emr.get(Part10.path(plain) + "/frames/1", "Accept", accept);

        assertEquals(406, response.statusCode());
        assertTrue(response.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json"));
        assertTrue(new String(response.body(), StandardCharsets.UTF_8).contains("\"detail\""));
    }

    @Test
    void compressedFrameShouldBeDecodedOrComeAsItIsByWhatIsAccepted() {
        String frame = Part10.path(packed.get(1)) + "/frames/1";
        byte[] samples = Pixels.of(ct.objects().get(1));
        byte[] codestream = Pixels.frame(packed.get(1), 1);

        assertArrayEquals(
                samples, parts(emr.get(frame, "Accept", OCTETS)).get(0).content());
        assertArrayEquals(
                samples, emr.get(frame, "Accept", "application/octet-stream").body());
        for (String accept : List.of(OCTETS + "; transfer-syntax=*", "multipart/related; type=\"image/jls\"")) {
            Multipart.Part part = parts(emr.get(frame, "Accept", accept)).get(0);
            assertEquals("image/jls; transfer-syntax=1.2.840.10008.1.2.4.80", part.header("Content-Type"));
            assertArrayEquals(codestream, part.content());
        }
    }

    @Test
    void acceptParameterShouldGoBeforeTheHeader() {
        HttpResponse<byte[]> response =
                emr.get(Part10.path(plain) + "/frames/1?accept=image/jls", "Accept", "application/octet-stream");

        assertEquals("image/jls", response.headers().firstValue("Content-Type").orElse(""));
        assertEquals(
                400,
                emr.get(Part10.path(plain) + "/frames/1?accept=nonsense", "Accept", "*/*")
                        .statusCode());
    }

    @Test
    void manyWhoAskForTheSameFormOfAFrameShouldGetTheSameBytes() {
        String frame = Part10.path(packed.get(0)) + "/frames/1";
        List<byte[]> answers = IntStream.range(0, 24)
                .parallel()
                .mapToObj(i -> emr.get(frame, "Accept", "image/jp2").body())
                .toList();

        answers.forEach(answer -> assertArrayEquals(answers.get(0), answer));
    }

    private static List<Multipart.Part> parts(HttpResponse<byte[]> response) {
        assertEquals(200, response.statusCode());
        return Multipart.read(response.headers().firstValue("Content-Type").orElse(""), response.body());
    }
}
