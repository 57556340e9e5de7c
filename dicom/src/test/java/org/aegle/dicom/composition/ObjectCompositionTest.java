package org.aegle.dicom.composition;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.aegle.dicom.composition.CompositionException.Reason;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.BulkDataReference;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.dictionary.ElementDictionary;
import org.aegle.dicom.image.Frame;
import org.aegle.dicom.image.FrameDecoder;
import org.aegle.dicom.image.FrameEncoder;
import org.aegle.dicom.image.FrameException;
import org.aegle.dicom.image.PixelFormat;
import org.aegle.dicom.io.ByteRange;
import org.aegle.dicom.io.DicomObject;
import org.aegle.dicom.io.DicomReader;
import org.aegle.dicom.io.FrameIndex;
import org.aegle.dicom.io.TransferSyntax;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectCompositionTest {
    private static final String URI = "bulk/1";
    private static final int ROWS = 24;
    private static final int COLUMNS = 40;

    private final Attributes metadata = metadata();

    @ParameterizedTest
    @CsvSource({
        "image/jpeg, 1.2.840.10008.1.2.4.50",
        "image/jpeg, 1.2.840.10008.1.2.4.70",
        "image/jls, 1.2.840.10008.1.2.4.80",
        "image/jls, 1.2.840.10008.1.2.4.81",
        "image/jp2, 1.2.840.10008.1.2.4.90"
    })
    void codestreamShouldBecomeAnImageOfItsTransferSyntax(String mediaType, String syntax) throws Exception {
        Frame frame = gray(8);
        byte[] coded = new FrameEncoder().encode(frame, syntax(syntax)).bytes();

        DicomObject object = composed(new BulkPart(mediaType, "", BulkValue.of(coded)));

        Attributes image = object.dataset();
        assertEquals(syntax, object.transferSyntax().uid());
        assertEquals(UID.SecondaryCaptureImageStorage, image.getString(Tag.SOPClassUID));
        assertEquals(ROWS, image.getInt(Tag.Rows, 0));
        assertEquals(COLUMNS, image.getInt(Tag.Columns, 0));
        assertEquals(8, image.getInt(Tag.BitsStored, 0));
        assertEquals("MONOCHROME2", image.getString(Tag.PhotometricInterpretation));
        assertEquals("Grüße", image.getString(Tag.SeriesDescription));
        assertEquals("Größe", image.getString(Tag.ImageComments));
        assertEquals(List.of(), object.findings());
    }

    @Test
    void losslessFrameShouldComeBackAsItWas() throws Exception {
        Frame frame = gray(12);
        byte[] coded =
                new FrameEncoder().encode(frame, syntax(UID.JPEG2000Lossless)).bytes();
        byte[] file = file(new BulkPart("image/jp2", "", BulkValue.of(coded)));

        DicomObject object = read(file);
        Frame back = new FrameDecoder().decode(object.dataset(), object.transferSyntax(), frame(file, object, 1));

        assertArrayEquals(frame.samples(), back.samples());
        assertEquals(16, object.dataset().getInt(Tag.BitsAllocated, 0));
        assertEquals("00", object.dataset().getString(Tag.LossyImageCompression));
    }

    @Test
    void cameraPictureShouldBeColourWithLossTold() throws Exception {
        DicomObject object = composed(new BulkPart("image/jpeg", "", BulkValue.of(picture())));

        Attributes image = object.dataset();
        assertEquals(UID.JPEGBaseline8Bit, object.transferSyntax().uid());
        assertEquals(3, image.getInt(Tag.SamplesPerPixel, 0));
        assertEquals("YBR_FULL_422", image.getString(Tag.PhotometricInterpretation));
        assertEquals("01", image.getString(Tag.LossyImageCompression));
        assertEquals("ISO_10918_1", image.getString(Tag.LossyImageCompressionMethod));
        assertTrue(image.getDouble(Tag.LossyImageCompressionRatio, 0) > 1);
    }

    @Test
    void partsAsManyAsFramesShouldBecomeAMultiFrameImage() throws Exception {
        metadata.setString(Tag.NumberOfFrames, VR.IS, "2");
        byte[] coded =
                new FrameEncoder().encode(gray(8), syntax(UID.JPEGLSLossless)).bytes();
        BulkPart part = new BulkPart("image/jls", "", BulkValue.of(coded));
        assertEquals(Map.of(URI, 2), ObjectComposition.references(metadata));

        DicomObject object = composed(part, part);

        assertEquals(
                UID.MultiFrameGrayscaleByteSecondaryCaptureImageStorage,
                object.dataset().getString(Tag.SOPClassUID));
        assertEquals(2, FrameIndex.of(object).frameCount());
        assertEquals(coded.length, FrameIndex.of(object).frameLength(2));
    }

    @Test
    void fileAroundACodestreamShouldBeLeftOut() throws Exception {
        byte[] coded =
                new FrameEncoder().encode(gray(8), syntax(UID.JPEG2000Lossless)).bytes();
        byte[] file = file(new BulkPart("image/jp2", "", BulkValue.of(jp2(coded))));

        assertArrayEquals(coded, frame(file, read(file), 1));
    }

    @ParameterizedTest
    @CsvSource({
        "Rows, 25",
        "Columns, 39",
        "SamplesPerPixel, 3",
        "BitsStored, 12",
        "BitsStored, 7",
        "PhotometricInterpretation, RGB",
        "LossyImageCompression, 00"
    })
    void attributeThatContradictsTheCodestreamShouldBeRefused(String keyword, String told) throws Exception {
        int tag = ElementDictionary.standard().findTag(keyword).orElseThrow();
        metadata.setString(tag, ElementDictionary.standard().vr(tag), told);

        CompositionException refused = refused(jpeg());

        assertEquals(Reason.CONTRADICTION, refused.reason());
        assertTrue(refused.getMessage().contains(keyword), refused.getMessage());
    }

    @Test
    void transferSyntaxOfAnotherCodestreamShouldBeRefused() throws Exception {
        BulkPart lying = new BulkPart("image/jpeg", UID.JPEGLosslessSV1, jpeg().value());

        assertEquals(Reason.CONTRADICTION, refused(lying).reason());
    }

    @Test
    void codestreamThatWasCutOffShouldBeRefused() throws Exception {
        byte[] whole = picture();
        BulkPart cut = new BulkPart("image/jpeg", "", BulkValue.of(Arrays.copyOf(whole, whole.length - 200)));

        assertEquals(Reason.MALFORMED, refused(cut).reason());
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/jpeg", "image/jls", "image/jp2", "video/mp4"})
    void textUnderAnotherNameShouldBeRefused(String mediaType) {
        byte[] text = "This is a letter.".repeat(9).getBytes(StandardCharsets.US_ASCII);

        assertEquals(
                Reason.MALFORMED,
                refused(new BulkPart(mediaType, "", BulkValue.of(text))).reason());
    }

    @Test
    void pdfShouldBecomeAnEncapsulatedDocument() throws Exception {
        metadata.remove(Tag.PixelData);
        metadata.setValue(Tag.EncapsulatedDocument, VR.OB, new BulkDataReference(VR.OB, URI));
        byte[] pdf = "%PDF-1.7 a report of odd length".getBytes(StandardCharsets.US_ASCII);

        DicomObject object = composed(new BulkPart("application/pdf", "", BulkValue.of(pdf)));

        Attributes document = object.dataset();
        assertEquals(UID.EncapsulatedPDFStorage, document.getString(Tag.SOPClassUID));
        assertEquals("application/pdf", document.getString(Tag.MIMETypeOfEncapsulatedDocument));
        assertEquals(pdf.length, document.getLong(Tag.EncapsulatedDocumentLength, 0));
        assertArrayEquals(Arrays.copyOf(pdf, pdf.length + 1), document.getBytes(Tag.EncapsulatedDocument));
        assertEquals(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, object.transferSyntax());
    }

    @ParameterizedTest
    @CsvSource({
        "66, 30, 1.2.840.10008.1.2.4.102",
        "100, 41, 1.2.840.10008.1.2.4.102",
        "100, 42, 1.2.840.10008.1.2.4.104",
        "128, 42, 1.2.840.10008.1.2.4.106"
    })
    void videoShouldBecomeAVideoOfItsProfileAndLevel(int profile, int level, String syntax) throws Exception {
        byte[] mp4 = Mp4File.avc(profile, level, 480, 640, 75);
        byte[] file = file(new BulkPart("video/mp4", "", BulkValue.of(mp4)));

        DicomObject object = read(file);
        Attributes video = object.dataset();
        assertEquals(syntax, object.transferSyntax().uid());
        assertEquals(UID.VideoPhotographicImageStorage, video.getString(Tag.SOPClassUID));
        assertEquals(480, video.getInt(Tag.Rows, 0));
        assertEquals(640, video.getInt(Tag.Columns, 0));
        assertEquals("75", video.getString(Tag.NumberOfFrames));
        assertEquals(40, video.getDouble(Tag.FrameTime, 0));
        assertEquals("YBR_PARTIAL_420", video.getString(Tag.PhotometricInterpretation));
        assertArrayEquals(mp4, Arrays.copyOf(frame(file, object, 1), mp4.length));
    }

    @Test
    void videoBeyondTheLevelsOfDicomShouldBeRefused() {
        BulkPart video = new BulkPart("video/mp4", "", BulkValue.of(Mp4File.avc(100, 51, 2160, 3840, 10)));

        assertEquals(Reason.UNSUPPORTED, refused(video).reason());
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 30, 60, 1050, 1100, 1200, 1300})
    void videoThatWasCutOffShouldBeRefused(int length) {
        byte[] cut = Arrays.copyOf(Mp4File.avc(100, 41, 480, 640, 10), length);

        assertEquals(
                Reason.MALFORMED,
                refused(new BulkPart("video/mp4", "", BulkValue.of(cut))).reason());
    }

    @Test
    void octetsShouldBeNativePixelDataOfTheLengthThatTheAttributesTell() throws Exception {
        describeNative();
        byte[] samples = new byte[ROWS * COLUMNS];
        samples[7] = 7;

        byte[] file = file(new BulkPart("application/octet-stream", "", BulkValue.of(samples)));

        DicomObject object = read(file);
        assertArrayEquals(samples, frame(file, object, 1));
        assertEquals(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, object.transferSyntax());
    }

    @Test
    void octetsOfAnotherLengthShouldBeRefused() {
        describeNative();
        BulkPart shorter = new BulkPart("application/octet-stream", "", BulkValue.of(new byte[ROWS * COLUMNS - 2]));

        assertEquals(Reason.CONTRADICTION, refused(shorter).reason());
    }

    @Test
    void pictureWhereADocumentIsDueShouldBeRefused() throws Exception {
        metadata.remove(Tag.PixelData);
        metadata.setValue(Tag.EncapsulatedDocument, VR.OB, new BulkDataReference(VR.OB, URI));

        assertEquals(Reason.CONTRADICTION, refused(jpeg()).reason());
    }

    @Test
    void valuesWithinItemsShouldBeFilledIn() throws Exception {
        Attributes item = metadata.newSequence(Tag.IconImageSequence, 1).newItem();
        item.setValue(Tag.PixelData, VR.OW, new BulkDataReference(VR.OW, "bulk/icon"));
        Map<String, List<BulkPart>> parts = Map.of(
                URI,
                List.of(jpeg()),
                "bulk/icon",
                List.of(new BulkPart("application/octet-stream", "", BulkValue.of(new byte[] {1, 2}))));

        DicomObject object = read(bytes(new ObjectComposition(metadata, parts).compose()));

        assertArrayEquals(
                new byte[] {1, 2},
                object.dataset().getSequence(Tag.IconImageSequence).get(0).getBytes(Tag.PixelData));
    }

    @Test
    void whatWasFilledInOrLeftOutShouldBeTold() throws Exception {
        metadata.setString(Tag.TransferSyntaxUID, VR.UI, UID.ExplicitVRLittleEndian);
        assertEquals(
                Set.of(Adjustment.FILLED, Adjustment.DISCARDED), compose(jpeg()).adjustments());

        Attributes complete = metadata();
        complete.setString(Tag.SOPClassUID, VR.UI, UID.VLPhotographicImageStorage);
        ComposedObject object = new ObjectComposition(complete, Map.of(URI, List.of(jpeg()))).compose();
        assertEquals(Set.of(), object.adjustments());
        assertEquals(UID.VLPhotographicImageStorage, object.dataset().getString(Tag.SOPClassUID));
    }

    private CompositionException refused(BulkPart part) {
        return assertThrows(CompositionException.class, () -> compose(part));
    }

    private ComposedObject compose(BulkPart... parts) throws CompositionException, IOException {
        return new ObjectComposition(metadata, Map.of(URI, List.of(parts))).compose();
    }

    private DicomObject composed(BulkPart... parts) throws CompositionException, IOException {
        return read(file(parts));
    }

    private byte[] file(BulkPart... parts) throws CompositionException, IOException {
        return bytes(compose(parts));
    }

    private static byte[] bytes(ComposedObject object) throws IOException {
        try (InputStream file = object.open()) {
            return file.readAllBytes();
        }
    }

    private static DicomObject read(byte[] file) throws IOException {
        return new DicomReader().strict().read(new ByteArrayInputStream(file));
    }

    private static byte[] frame(byte[] file, DicomObject object, int number) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (ByteRange range : FrameIndex.of(object).frame(number)) {
            bytes.write(file, (int) range.offset(), (int) range.length());
        }
        return bytes.toByteArray();
    }

    private static Attributes metadata() {
        Attributes metadata = new Attributes();
        metadata.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192");
        metadata.setString(Tag.SOPInstanceUID, VR.UI, "2.25.1");
        metadata.setString(Tag.SeriesDescription, VR.LO, "Grüße");
        metadata.setString(Tag.ImageComments, VR.LT, "Größe");
        metadata.setString(Tag.StudyInstanceUID, VR.UI, "2.25.2");
        metadata.setValue(Tag.PixelData, VR.OB, new BulkDataReference(VR.OB, URI));
        return metadata;
    }

    private void describeNative() {
        metadata.setString(Tag.SOPClassUID, VR.UI, UID.SecondaryCaptureImageStorage);
        metadata.setInt(Tag.Rows, VR.US, ROWS);
        metadata.setInt(Tag.Columns, VR.US, COLUMNS);
        metadata.setInt(Tag.BitsAllocated, VR.US, 8);
        metadata.setInt(Tag.SamplesPerPixel, VR.US, 1);
    }

    private static BulkPart jpeg() throws FrameException {
        byte[] coded =
                new FrameEncoder().encode(gray(8), syntax(UID.JPEGBaseline8Bit)).bytes();
        return new BulkPart("image/jpeg", "", BulkValue.of(coded));
    }

    private static Frame gray(int bits) {
        int cell = bits <= 8 ? 8 : 16;
        PixelFormat format =
                new PixelFormat(ROWS, COLUMNS, 1, "MONOCHROME2", cell, bits, bits - 1, false, false, false);
        byte[] samples = new byte[ROWS * COLUMNS * cell / 8];
        for (int i = 0; i < samples.length; i += cell / 8) {
            samples[i] = (byte) (i * 3);
        }
        return new Frame(format, samples);
    }

    private static byte[] picture() throws IOException {
        BufferedImage picture = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        picture.createGraphics().fillOval(5, 5, 40, 30);
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpg", jpeg);
        return jpeg.toByteArray();
    }

    private static byte[] jp2(byte[] codestream) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        Stream.of(
                        new byte[] {0, 0, 0, 12, 'j', 'P', ' ', ' ', 13, 10, (byte) 0x87, 10},
                        new byte[] {0, 0, 0, 20, 'f', 't', 'y', 'p', 'j', 'p', '2', ' ', 0, 0, 0, 0, 'j', 'p', '2', ' '
                        },
                        new byte[] {
                            0, 0, 0, 23, 'j', 'p', '2', 'h', 0, 0, 0, 15, 'c', 'o', 'l', 'r', 1, 0, 0, 0, 0, 0, 17
                        },
                        new byte[] {0, 0, 0, 0, 'j', 'p', '2', 'c'},
                        codestream)
                .forEach(file::writeBytes);
        return file.toByteArray();
    }

    private static TransferSyntax syntax(String uid) {
        return TransferSyntax.find(uid).orElseThrow();
    }
}
