package org.aegle.it.dicomweb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.phantom.UltrasoundCine;
import org.aegle.it.client.Compressed;
import org.aegle.it.client.Dicomweb;
import org.aegle.it.client.Part10;
import org.aegle.it.client.Picture;
import org.aegle.it.client.Pixels;
import org.aegle.it.client.TestStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** WADO-URI: an object by the parameters of a query. PS3.18 9. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WadoUriIT {
    private final Dicomweb emr = Dicomweb.as("demo-emr");
    private final TestStudy ct = TestStudy.smallCt(1);
    private final byte[] plain = ct.objects().get(0);
    private final byte[] packed = Compressed.by("dcmcjpls", plain);
    private final byte[] cine = TestStudy.of(new UltrasoundCine()).objects().get(0);

    WadoUriIT() {
        emr.store(List.of(packed, cine));
    }

    @Test
    void objectShouldComeDecodedUnlessItsTransferSyntaxIsNamed() {
        byte[] decoded =
                emr.get(query(packed) + "&contentType=application/dicom").body();

        assertEquals(UID.ExplicitVRLittleEndian, Pixels.transferSyntax(decoded));
        assertArrayEquals(Pixels.of(plain), Pixels.of(decoded));
        assertArrayEquals(
                packed,
                emr.get(query(packed) + "&contentType=application/dicom&transferSyntax=1.2.840.10008.1.2.4.80")
                        .body());
    }

    @Test
    void pictureShouldBeThatOfAnotherMaker() {
        BufferedImage told =
                Picture.read(emr.get(query(packed) + "&contentType=image/png&windowCenter=40&windowWidth=400")
                        .body());

        assertTrue(Picture.difference(Picture.byDcmtk(plain, "+Ww", "40", "400"), told) <= 1);
    }

    @Test
    void regionShouldBeThatPartOfThePicture() {
        String png = query(packed) + "&contentType=image/png";
        BufferedImage whole = Picture.read(emr.get(png).body());
        BufferedImage part =
                Picture.read(emr.get(png + "&region=0.25,0.5,0.75,1").body());

        assertEquals(0, Picture.difference(whole.getSubimage(8, 16, 16, 16), part));
    }

    @Test
    void rowsAndColumnsShouldBoundThePicture() {
        BufferedImage told =
                Picture.read(emr.get(query(packed) + "&rows=20&columns=64").body());
        assertEquals(20, told.getHeight());
        assertEquals(20, told.getWidth());
    }

    @Test
    void jpegShouldBeTheUsualFormOfAnImageAndDicomThatOfManyFrames() {
        assertEquals("image/jpeg", type(emr.get(query(packed))));
        assertEquals("application/dicom", type(emr.get(query(cine))));
        HttpResponse<byte[]> frame = emr.get(query(cine) + "&frameNumber=17&contentType=image/png");
        assertTrue(Picture.difference(Picture.byDcmtk(cine, "+F", "17"), Picture.read(frame.body())) <= 1);
    }

    @Test
    void anonymousObjectShouldNotTellItsPatient() {
        HttpResponse<byte[]> response = emr.get(query(packed) + "&contentType=application/dicom&anonymize=yes");

        assertEquals(200, response.statusCode());
        Attributes told = Part10.read(response.body()).dataset();
        assertEquals("YES", told.getString(Tag.PatientIdentityRemoved));
        assertNotEquals(ct.uid(), told.getString(Tag.StudyInstanceUID));
        String bytes = new String(response.body(), StandardCharsets.ISO_8859_1);
        for (String secret : List.of(ct.family(), ct.patient().id(), ct.uid(), Part10.sopInstanceUid(plain))) {
            assertTrue(!bytes.contains(secret), secret);
        }
        assertArrayEquals(Pixels.frame(packed, 1), Pixels.frame(response.body(), 1));
    }

    @ParameterizedTest
    @CsvSource({
        "&anonymize=yes, 400",
        "&anonymize=no, 400",
        "&rows=0, 400",
        "&columns=many, 400",
        "'&region=0,0,0,0', 400",
        "'&region=0,0,2,2', 400",
        "&windowCenter=40, 400",
        "&windowCenter=40&windowWidth=0, 400",
        "&imageQuality=0, 400",
        "&annotation=patient, 400",
        "&presentationUID=1.2.3, 400",
        "&frameNumber=0, 400",
        "&frameNumber=2, 404",
        "&contentType=text/html, 406",
        "&contentType=application/dicom&transferSyntax=1.2.840.10008.1.2.4.50, 406",
    })
    void requestWithoutSenseShouldBeRefusedWithAReason(String rest, int status) {
        HttpResponse<byte[]> response = emr.get(query(packed) + rest);

        assertEquals(status, response.statusCode());
        assertTrue(type(response).startsWith("application/problem+json"));
    }

    @Test
    void objectMustBeNamedWholly() {
        String whole = query(packed);
        for (String parameter : List.of("requestType", "studyUID", "seriesUID", "objectUID")) {
            assertEquals(
                    400,
                    emr.get(whole.replaceFirst(parameter + "=[^&]*", "x=y")).statusCode(),
                    parameter);
        }
        assertEquals(
                404,
                emr.get(whole.replaceFirst("objectUID=[^&]*", "objectUID=1.2.3.4"))
                        .statusCode());
        assertEquals(404, Dicomweb.as("lakeside-emr").get(whole).statusCode());
    }

    private static String query(byte[] object) {
        String[] path = Part10.path(object).split("/");
        return "/wado?requestType=WADO&studyUID=" + path[2] + "&seriesUID=" + path[4] + "&objectUID=" + path[6];
    }

    private static String type(HttpResponse<byte[]> response) {
        return response.headers().firstValue("Content-Type").orElse("");
    }
}
