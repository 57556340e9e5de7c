package org.aegle.it.dicomweb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.phantom.UltrasoundCine;
import org.aegle.it.client.Compressed;
import org.aegle.it.client.Dicomweb;
import org.aegle.it.client.Multipart;
import org.aegle.it.client.Part10;
import org.aegle.it.client.Picture;
import org.aegle.it.client.TestStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** WADO-RS rendered: pictures as dcmtk shows them too, in every level, size and window. PS3.18 8.3.5, 10.4.1.1.3. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DicomwebRenderedIT {
    private static final String PNG = "image/png";
    private static final int FRAMES = 40;

    /** dcmtk rounds shades otherwise. */
    private static final int ROUNDING = 1;

    private final Dicomweb emr = Dicomweb.as("demo-emr");
    private final TestStudy ct = TestStudy.smallCt(3);
    private final byte[] section = ct.objects().get(1);
    private final String rendered = Part10.path(section) + "/rendered";
    private final byte[] cine = TestStudy.of(new UltrasoundCine()).objects().get(0);

    DicomwebRenderedIT() {
        emr.store(ct.objects());
        emr.store(List.of(cine));
    }

    @ParameterizedTest
    @CsvSource({"40, 400", "0, 80", "300, 1500", "-500, 1400"})
    void windowedPictureShouldBeThatOfAnotherMaker(int center, int width) {
        HttpResponse<byte[]> response =
                emr.get(rendered + "?window=" + center + "," + width + ",linear", "Accept", PNG);

        assertEquals(200, response.statusCode());
        assertEquals(PNG, response.headers().firstValue("Content-Type").orElse(""));
        BufferedImage reference = Picture.byDcmtk(section, "+Ww", Integer.toString(center), Integer.toString(width));
        assertTrue(Picture.difference(reference, Picture.read(response.body())) <= ROUNDING);
    }

    @Test
    void sigmoidShouldBeThatOfAnotherMaker() {
        BufferedImage told = Picture.read(
                emr.get(rendered + "?window=40,400,sigmoid", "Accept", PNG).body());

        assertTrue(Picture.difference(Picture.byDcmtk(section, "+Ww", "40", "400", "+Wfs"), told) <= ROUNDING);
    }

    @Test
    void compressedObjectShouldLookAsTheSentOne() {
        byte[] plain = TestStudy.smallCt(1).objects().get(0);
        emr.store(List.of(Compressed.by("dcmcjpls", plain)));

        BufferedImage told = Picture.read(emr.get(Part10.path(plain) + "/rendered?window=40,400,linear", "Accept", PNG)
                .body());

        assertTrue(Picture.difference(Picture.byDcmtk(plain, "+Ww", "40", "400"), told) <= ROUNDING);
    }

    @Test
    void sourceRectangleShouldBeThatPartOfThePicture() {
        String window = "&window=40,400,linear-exact";
        BufferedImage whole = Picture.read(
                emr.get(rendered + "?quality=100" + window, "Accept", PNG).body());
        BufferedImage part = Picture.read(emr.get(rendered + "?viewport=16,8,4,10,16,8" + window, "Accept", PNG)
                .body());

        assertEquals(0, Picture.difference(whole.getSubimage(4, 10, 16, 8), part));
    }

    @Test
    void viewportShouldBeFilledInOneDirection() {
        BufferedImage told = Picture.read(
                emr.get(rendered + "?viewport=200,50", "Accept", "image/jpeg").body());

        assertEquals(50, told.getWidth());
        assertEquals(50, told.getHeight());
    }

    @Test
    void lowerQualityShouldMakeASmallerFile() {
        int best = emr.get(rendered + "?quality=100", "Accept", "image/jpeg").body().length;
        int worst = emr.get(rendered + "?quality=1", "Accept", "image/jpeg").body().length;

        assertTrue(worst < best, worst + " and " + best + " bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "image/*", "image/jpeg"})
    void jpegShouldBeTheUsualPicture(String accept) {
        assertEquals(
                "image/jpeg",
                emr.get(rendered, "Accept", accept)
                        .headers()
                        .firstValue("Content-Type")
                        .orElse(""));
    }

    @Test
    void studyAndSeriesShouldComeWithAPictureOfEachSection() {
        String series = Part10.path(section).replaceFirst("/instances/.*", "");
        for (String path : List.of(ct.path(), series)) {
            List<Multipart.Part> pictures = parts(emr.get(path + "/rendered"));
            assertEquals(3, pictures.size());
            pictures.forEach(
                    part -> assertEquals(32, Picture.read(part.content()).getWidth()));
            assertEquals(406, emr.get(path + "/rendered", "Accept", PNG).statusCode());
        }
    }

    @Test
    void framesShouldBeShownInTheOrderTheyWereAskedFor() {
        String frames = Part10.path(cine) + "/frames/";
        List<Multipart.Part> pictures =
                parts(emr.get(frames + "40,3/rendered", "Accept", "multipart/related; type=\"image/png\""));

        assertEquals(2, pictures.size());
        for (int i = 0; i < 2; i++) {
            int number = i == 0 ? 40 : 3;
            BufferedImage reference = Picture.byDcmtk(cine, "+F", Integer.toString(number));
            assertTrue(
                    Picture.difference(reference, Picture.read(pictures.get(i).content())) <= ROUNDING);
            assertTrue(pictures.get(i).header("Content-Location").endsWith("/frames/" + number + "/rendered"));
        }
        assertEquals(404, emr.get(frames + "41/rendered").statusCode());
        assertEquals(400, emr.get(frames + "x/rendered").statusCode());
    }

    @Test
    void cineShouldComeWholeAsMultipartAndByItsFirstFrameAlone() {
        String path = Part10.path(cine) + "/rendered";
        assertEquals(
                FRAMES,
                parts(emr.get(path, "Accept", "multipart/related; type=\"image/jpeg\""))
                        .size());
        BufferedImage told = Picture.read(emr.get(path, "Accept", PNG).body());

        assertTrue(Picture.difference(Picture.byDcmtk(cine, "+F", "1"), told) <= ROUNDING);
    }

    @Test
    void everyFrameShouldHaveAThumbnail() {
        String frames = Part10.path(cine) + "/frames/";
        byte[] first = emr.get(frames + "1/thumbnail?viewport=64,64").body();
        BufferedImage small = Picture.read(first);

        assertEquals(64, small.getWidth());
        assertTrue(!java.util.Arrays.equals(
                first, emr.get(frames + "20/thumbnail?viewport=64,64").body()));
        assertEquals(404, emr.get(frames + "41/thumbnail").statusCode());
    }

    @Test
    void encapsulatedPdfShouldBeRenderedAsItself() {
        byte[] pdf = "%PDF-1.4\n%%EOF".getBytes(StandardCharsets.US_ASCII);
        Attributes document = Part10.smallImage(Part10.newUid(), Part10.newUid(), 1)
                .filtered(tag -> tag >>> 16 != 0x0028 && tag != Tag.PixelData);
        document.setString(Tag.SOPClassUID, VR.UI, UID.EncapsulatedPDFStorage);
        document.setString(Tag.MIMETypeOfEncapsulatedDocument, VR.LO, "application/pdf");
        document.setInt(Tag.EncapsulatedDocumentLength, VR.UL, pdf.length);
        document.setBytes(Tag.EncapsulatedDocument, VR.OB, java.util.Arrays.copyOf(pdf, pdf.length + 1));
        byte[] sent = Part10.file(document);
        emr.store(List.of(sent));

        HttpResponse<byte[]> response = emr.get(Part10.path(sent) + "/rendered", "Accept", "application/pdf");

        assertEquals(200, response.statusCode());
        assertEquals(
                "application/pdf", response.headers().firstValue("Content-Type").orElse(""));
        assertArrayEquals(pdf, response.body());
        assertEquals(
                406,
                emr.get(Part10.path(sent) + "/rendered", "Accept", "image/jpeg").statusCode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "window=40",
                "window=40,0,linear",
                "window=40,400,cubic",
                "window=forty,400,linear",
                "viewport=0,0",
                "viewport=10",
                "viewport=9000,9000",
                "viewport=10,10,500,500,5,5",
                "quality=0",
                "quality=101",
                "quality=good",
                "annotation=patient",
                "iccprofile=srgb"
            })
    void parameterWithoutSenseShouldBeABadRequest(String query) {
        HttpResponse<byte[]> response = emr.get(rendered + "?" + query, "Accept", PNG);

        assertEquals(400, response.statusCode());
        assertTrue(new String(response.body(), StandardCharsets.UTF_8).contains(query.replaceFirst("=.*", "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/gif", "image/jp2", "application/dicom", "text/html"})
    void typeThatIsNotOfferedShouldBeNotAcceptable(String accept) {
        assertEquals(406, emr.get(rendered, "Accept", accept).statusCode());
    }

    private static List<Multipart.Part> parts(HttpResponse<byte[]> response) {
        assertEquals(200, response.statusCode());
        return Multipart.read(response.headers().firstValue("Content-Type").orElse(""), response.body());
    }
}
