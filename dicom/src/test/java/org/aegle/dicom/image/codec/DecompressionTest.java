package org.aegle.dicom.image.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.BulkData;
import org.aegle.dicom.data.Fragments;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.image.DecompressingTranscoder;
import org.aegle.dicom.image.EncodedFrame;
import org.aegle.dicom.image.Frame;
import org.aegle.dicom.image.FrameDecoder;
import org.aegle.dicom.image.FrameEncoder;
import org.aegle.dicom.image.UndecodablePixels;
import org.aegle.dicom.io.DicomObject;
import org.aegle.dicom.io.DicomReader;
import org.aegle.dicom.io.DicomWriter;
import org.aegle.dicom.io.EncapsulatedFrames;
import org.aegle.dicom.io.EncapsulatedFrames.OffsetTable;
import org.aegle.dicom.io.ReadLimits;
import org.aegle.dicom.io.SequenceLength;
import org.aegle.dicom.io.Transcoding;
import org.aegle.dicom.io.TransferSyntax;
import org.aegle.dicom.network.service.NativeTranscoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecompressionTest {
    private static final DecompressingTranscoder TRANSCODER = new DecompressingTranscoder(new NativeTranscoder());
    private static final TransferSyntax EXPLICIT = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
    private static final List<TransferSyntax> TARGETS = List.of(
            EXPLICIT, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN, TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN);
    private static final byte[] PROFILE = random(70_001);

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private static TransferSyntax syntax(String uid) {
        return TransferSyntax.find(uid).orElseThrow();
    }

    /** An image of encoded frames, with tables of where they lie and values long enough to be held by reference. */
    private static Attributes image(Frame frame, String photometric, int frames) {
        Attributes image = ImageFile.description(frame.format(), photometric);
        image.setInt(Tag.NumberOfFrames, VR.IS, frames);
        image.setBytes(Tag.ICCProfile, VR.OB, PROFILE);
        image.setBytes(Tag.EncapsulatedDocument, VR.OB, PROFILE);
        image.setLong(Tag.EncapsulatedPixelDataValueTotalLength, VR.UV, 1);
        return image;
    }

    private static byte[] dataset(Attributes image, TransferSyntax syntax, List<byte[]> frames) throws IOException {
        EncapsulatedFrames encapsulated = new EncapsulatedFrames(frames, OffsetTable.EXTENDED);
        encapsulated.putInto(image);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DicomWriter(SequenceLength.EXPLICIT, encapsulated).writeDataset(image, syntax, out);
        return out.toByteArray();
    }

    private static byte[] written(byte[] dataset, TransferSyntax from, TransferSyntax to) throws IOException {
        Transcoding transcoding = TRANSCODER.begin(() -> new ByteArrayInputStream(dataset), from, to);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        transcoding.writeTo(out);
        return out.toByteArray();
    }

    private static Attributes transcoded(byte[] dataset, TransferSyntax from, TransferSyntax to) throws IOException {
        byte[] written = written(dataset, from, to);
        ReadLimits limits = ReadLimits.DEFAULT.withBulkThreshold(1 << 20);
        DicomObject read = new DicomReader(limits).strict().readDataset(new ByteArrayInputStream(written), to);
        Attributes image = new Attributes(read.dataset());
        int length = (int) ((BulkData) image.getValue(Tag.PixelData)).length();
        long offset = ((BulkData) image.getValue(Tag.PixelData)).offset();
        byte[] plain = to.deflated()
                ? new DicomReader()
                        .inflated(new ByteArrayInputStream(written), 0)
                        .readAllBytes()
                : written;
        image.setBytes(Tag.PixelData, VR.OW, Arrays.copyOfRange(plain, (int) offset, (int) offset + length));
        return image;
    }

    private static byte[] even(byte[] samples) {
        return Arrays.copyOf(samples, (samples.length + 1) / 2 * 2);
    }

    private static byte[] joined(List<Frame> frames) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        frames.forEach(frame -> all.writeBytes(frame.samples()));
        return even(all.toByteArray());
    }

    /** Frames of one format and different content. */
    private static List<Frame> variants(Frame frame) {
        Frame other = TestImages.frame(frame.format(), (x, y) -> x * 3 + y * 5);
        return List.of(frame, other, frame);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {UID.RLELossless, UID.JPEGLossless, UID.JPEGLosslessSV1, UID.JPEGLSLossless, UID.JPEG2000Lossless
            })
    void framesShouldBecomeWhatTheyWere(String uid) throws Exception {
        List<Frame> images = List.of(
                TestImages.frame(61, 47, 1, 8, false, "MONOCHROME1"),
                TestImages.frame(50, 31, 1, 12, true, "MONOCHROME2"),
                TestImages.frame(33, 31, 1, 16, false, "MONOCHROME2"),
                TestImages.frame(33, 31, 3, 8, false, "RGB"),
                TestImages.frame(33, 31, 3, 8, false, "YBR_FULL"));
        for (Frame one : images) {
            List<Frame> frames = variants(one);
            List<byte[]> encoded = new ArrayList<>();
            String photometric = "";
            for (Frame frame : frames) {
                EncodedFrame bytes = new FrameEncoder().encode(frame, encoder(uid));
                encoded.add(bytes.bytes());
                photometric = bytes.photometric();
            }
            byte[] dataset = dataset(image(one, photometric, 3), syntax(uid), encoded);
            for (TransferSyntax to : TARGETS) {
                Attributes image = transcoded(dataset, syntax(uid), to);
                assertArrayEquals(joined(frames), image.getBytes(Tag.PixelData));
                assertDescribed(one, image);
            }
        }
    }

    /** Process 14 with first-order prediction is a codestream of both transfer syntaxes. */
    private static TransferSyntax encoder(String uid) {
        return syntax(uid.equals(UID.JPEGLossless) ? UID.JPEGLosslessSV1 : uid);
    }

    private static void assertDescribed(Frame frame, Attributes image) {
        assertEquals(frame.format().photometric(), image.getString(Tag.PhotometricInterpretation));
        assertEquals(frame.format().bitsAllocated(), image.getInt(Tag.BitsAllocated, 0));
        assertEquals(frame.format().bitsStored(), image.getInt(Tag.BitsStored, 0));
        assertEquals(frame.format().signed() ? 1 : 0, image.getInt(Tag.PixelRepresentation, -1));
        assertEquals(3, image.getInt(Tag.NumberOfFrames, 0));
        assertEquals(frame.format().samples() > 1, image.contains(Tag.PlanarConfiguration));
        assertEquals(0, image.getInt(Tag.PlanarConfiguration, 0));
        assertArrayEquals(even(PROFILE), image.getBytes(Tag.ICCProfile));
        assertArrayEquals(even(PROFILE), image.getBytes(Tag.EncapsulatedDocument));
        assertFalse(image.contains(Tag.ExtendedOffsetTable));
        assertFalse(image.contains(Tag.ExtendedOffsetTableLengths));
        assertFalse(image.contains(Tag.EncapsulatedPixelDataValueTotalLength));
        assertFalse(image.contains(Tag.LossyImageCompression));
    }

    @Test
    void subsampledColoursShouldBecomeRgbAndTellTheirLoss() throws Exception {
        Frame original = TestImages.frame(64, 48, 3, 8, false, "RGB");
        TransferSyntax jpeg = syntax(UID.JPEGBaseline8Bit);
        EncodedFrame encoded = new FrameEncoder().encode(original, jpeg);
        assertEquals("YBR_FULL_422", encoded.photometric());
        byte[] dataset = dataset(image(original, encoded.photometric(), 1), jpeg, List.of(encoded.bytes()));
        Attributes image = transcoded(dataset, jpeg, EXPLICIT);
        assertEquals("RGB", image.getString(Tag.PhotometricInterpretation));
        assertEquals("01", image.getString(Tag.LossyImageCompression));
        assertEquals("ISO_10918_1", image.getString(Tag.LossyImageCompressionMethod));
        double ratio = (double) original.samples().length / encoded.bytes().length;
        assertEquals(ratio, image.getDouble(Tag.LossyImageCompressionRatio, 0), 0.01);
        Attributes description = ImageFile.description(original.format(), encoded.photometric());
        byte[] ybr =
                new FrameDecoder().decode(description, jpeg, encoded.bytes()).samples();
        byte[] rgb = image.getBytes(Tag.PixelData);
        for (int i = 0; i < ybr.length; i += 3) {
            double cb = (ybr[i + 1] & 0xFF) - 128;
            double cr = (ybr[i + 2] & 0xFF) - 128;
            int y = ybr[i] & 0xFF;
            assertLevel(y + 1.402 * cr, rgb[i]);
            assertLevel(y - 0.344136 * cb - 0.714136 * cr, rgb[i + 1]);
            assertLevel(y + 1.772 * cb, rgb[i + 2]);
        }
    }

    private static void assertLevel(double expected, byte level) {
        assertEquals(Math.max(0, Math.min(255, expected)), level & 0xFF, 0.51);
    }

    @Test
    void whatAnImageTellsOfItsLossShouldStayUnlessItIsWrong() throws Exception {
        Frame frame = TestImages.frame(16, 16, 1, 8, false, "MONOCHROME2");
        assertEquals("01 7.5 OTHER", lossTold(frame, UID.JPEGBaseline8Bit, "01", "7.5", "OTHER"));
        assertTrue(lossTold(frame, UID.JPEGBaseline8Bit, "00", "", "").endsWith(" ISO_10918_1"));
        assertEquals("00  ", lossTold(frame, UID.JPEGLSNearLossless, "00", "", ""));
        assertTrue(lossTold(frame, UID.JPEGLSNearLossless, "", "", "").matches("01 [0-9.]+ ISO_14495_1"));
        assertEquals("  ", lossTold(frame, UID.JPEGLSLossless, "", "", ""));
    }

    private static String lossTold(Frame frame, String uid, String flag, String ratio, String method) throws Exception {
        EncodedFrame encoded = new FrameEncoder().encode(frame, syntax(uid));
        Attributes image = image(frame, encoded.photometric(), 1);
        image.setString(Tag.LossyImageCompression, VR.CS, flag);
        image.setString(Tag.LossyImageCompressionRatio, VR.DS, ratio);
        image.setString(Tag.LossyImageCompressionMethod, VR.CS, method);
        Attributes out = transcoded(dataset(image, syntax(uid), List.of(encoded.bytes())), syntax(uid), EXPLICIT);
        return out.getString(Tag.LossyImageCompression) + " " + out.getString(Tag.LossyImageCompressionRatio) + " "
                + out.getString(Tag.LossyImageCompressionMethod);
    }

    /** Each encapsulated frame begins at a byte; native ones lie bit by bit. PS3.5 8.1.1. */
    @Test
    void bitsShouldBePackedAcrossFrames() throws Exception {
        TransferSyntax uncompressed = syntax(UID.EncapsulatedUncompressedExplicitVRLittleEndian);
        Attributes image = image(TestImages.frame(3, 3, 1, 8, false, "MONOCHROME2"), "MONOCHROME2", 3);
        image.setInt(Tag.BitsAllocated, VR.US, 1);
        image.setInt(Tag.BitsStored, VR.US, 1);
        image.setInt(Tag.HighBit, VR.US, 0);
        // 101010101 011111111 000000001
        List<byte[]> frames = List.of(new byte[] {0x55, 1}, new byte[] {(byte) 0xFE, 1}, new byte[] {0, 1});
        Attributes out = transcoded(dataset(image, uncompressed, frames), uncompressed, EXPLICIT);
        assertArrayEquals(new byte[] {0x55, (byte) 0xFD, 3, 4}, out.getBytes(Tag.PixelData));
        assertEquals(1, out.getInt(Tag.BitsAllocated, 0));
    }

    @Test
    void compressedIconShouldBecomeNativeToo() throws Exception {
        TransferSyntax rle = syntax(UID.RLELossless);
        Frame frame = TestImages.frame(31, 33, 1, 8, false, "MONOCHROME2");
        byte[] encoded = new FrameEncoder().encode(frame, rle).bytes();
        Attributes image = image(frame, "MONOCHROME2", 1);
        Attributes icon = image.newSequence(Tag.IconImageSequence, 1).newItem();
        icon.putAll(ImageFile.description(frame.format(), "MONOCHROME2"));
        Fragments fragments = new Fragments(VR.OB);
        fragments.append(0, 0);
        fragments.append(1, encoded.length);
        icon.setValue(Tag.PixelData, VR.OB, fragments);
        Attributes out = transcoded(dataset(image, rle, List.of(encoded)), rle, EXPLICIT);
        Attributes written = out.findItem(Tag.IconImageSequence).orElseThrow();
        assertArrayEquals(even(frame.samples()), written.getBytes(Tag.PixelData));
        assertArrayEquals(even(frame.samples()), out.getBytes(Tag.PixelData));
    }

    @Test
    void brokenFirstFrameShouldBeToldBeforeAnythingIsWritten() throws Exception {
        TransferSyntax rle = syntax(UID.RLELossless);
        Frame frame = TestImages.frame(16, 16, 1, 8, false, "MONOCHROME2");
        byte[] sound = new FrameEncoder().encode(frame, rle).bytes();
        byte[] broken = new byte[64];
        byte[] first = dataset(image(frame, "MONOCHROME2", 2), rle, List.of(broken, sound));
        assertThrows(
                UndecodablePixels.class, () -> TRANSCODER.begin(() -> new ByteArrayInputStream(first), rle, EXPLICIT));
        byte[] missing = dataset(image(frame, "MONOCHROME2", 3), rle, List.of(sound, sound));
        assertThrows(
                UndecodablePixels.class,
                () -> TRANSCODER.begin(() -> new ByteArrayInputStream(missing), rle, EXPLICIT));
        byte[] second = dataset(image(frame, "MONOCHROME2", 2), rle, List.of(sound, broken));
        Transcoding begun = TRANSCODER.begin(() -> new ByteArrayInputStream(second), rle, EXPLICIT);
        assertThrows(UndecodablePixels.class, () -> begun.writeTo(new ByteArrayOutputStream()));
    }

    @Test
    void spoiltObjectsShouldBeWrittenOrRefused() throws Exception {
        TransferSyntax rle = syntax(UID.RLELossless);
        Frame frame = TestImages.frame(9, 7, 1, 8, false, "MONOCHROME2");
        byte[] encoded = new FrameEncoder().encode(frame, rle).bytes();
        Attributes image = image(frame, "MONOCHROME2", 2);
        image.remove(Tag.EncapsulatedDocument);
        image.remove(Tag.ICCProfile);
        byte[] dataset = dataset(image, rle, List.of(encoded, encoded));
        Random random = new Random(3);
        int written = 0;
        for (int i = 0; i < 5_000; i++) {
            byte[] spoilt = dataset.clone();
            for (int change = random.nextInt(4); change >= 0; change--) {
                spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt();
            }
            try {
                written(spoilt, rle, EXPLICIT);
                written++;
            } catch (IOException refused) {
                assertFalse(refused.getMessage().isBlank());
            }
        }
        assertTrue(written > 100 && written < 4_900, written + " written");
    }

    @Test
    void objectWithoutPixelsShouldBeRewritten() throws Exception {
        Attributes report = new Attributes();
        report.setString(Tag.SOPInstanceUID, VR.UI, "1.2.3");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DicomWriter().writeDataset(report, syntax(UID.JPEG2000), out);
        byte[] implicit = written(out.toByteArray(), syntax(UID.JPEG2000), TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN);
        assertEquals(
                report,
                new DicomReader()
                        .readDataset(new ByteArrayInputStream(implicit), TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN)
                        .dataset());
    }

    @Test
    void supportShouldEndWhereThereIsNoCodec() {
        assertTrue(TRANSCODER.supports(syntax(UID.HTJ2K), EXPLICIT));
        assertTrue(TRANSCODER.supports(EXPLICIT, TransferSyntax.EXPLICIT_VR_BIG_ENDIAN));
        assertFalse(TRANSCODER.supports(syntax(UID.RLELossless), TransferSyntax.EXPLICIT_VR_BIG_ENDIAN));
        assertFalse(TRANSCODER.supports(syntax(UID.RLELossless), syntax(UID.JPEG2000Lossless)));
        assertFalse(TRANSCODER.supports(EXPLICIT, syntax(UID.RLELossless)));
        assertFalse(TRANSCODER.supports(syntax(UID.MPEG2MPML), EXPLICIT));
    }
}
