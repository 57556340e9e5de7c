package org.aegle.dicom.deidentify;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Fragments;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.io.ByteRange;
import org.aegle.dicom.io.DicomObject;
import org.aegle.dicom.io.DicomReader;
import org.aegle.dicom.io.DicomWriter;
import org.aegle.dicom.io.FileMetaInformation;
import org.aegle.dicom.io.FrameIndex;
import org.aegle.dicom.io.SequenceLength;
import org.aegle.dicom.io.TransferSyntax;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Regions of frames become black, all else stays, and objects that need it and cannot have it are refused. */
class PixelCleaningTest {
    private static final ProjectKey KEY = new ProjectKey(new byte[32]);
    private static final TransferSyntax EXPLICIT = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
    private static final int ROWS = 4;
    private static final int COLUMNS = 6;
    private static final int FRAMES = 2;

    /** Rows 1 and 2, columns 2 to 4. */
    private static final PixelRegion REGION = new PixelRegion(2, 1, 3, 2);

    private static DeidentificationProfile profile(PixelRegion... regions) {
        return DeidentificationProfile.basic(ProfileOption.CLEAN_PIXEL_DATA)
                .withPixelRegions(dataset -> List.of(regions));
    }

    private static Attributes image(int samples, String photometric, int bits) {
        Attributes image = new Attributes();
        image.setString(Tag.SOPClassUID, VR.UI, UID.SecondaryCaptureImageStorage);
        image.setString(Tag.SOPInstanceUID, VR.UI, "1.2.3");
        image.setInt(Tag.SamplesPerPixel, VR.US, samples);
        image.setString(Tag.PhotometricInterpretation, VR.CS, photometric);
        image.setInt(Tag.Rows, VR.US, ROWS);
        image.setInt(Tag.Columns, VR.US, COLUMNS);
        image.setInt(Tag.BitsAllocated, VR.US, bits);
        image.setInt(Tag.BitsStored, VR.US, bits);
        image.setInt(Tag.HighBit, VR.US, bits - 1);
        image.setInt(Tag.PixelRepresentation, VR.US, 0);
        image.setInt(Tag.NumberOfFrames, VR.IS, FRAMES);
        image.setString(Tag.BurnedInAnnotation, VR.CS, "YES");
        return image;
    }

    private static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (1 + i * 37 % 254);
        }
        return bytes;
    }

    private static byte[] file(Attributes image, TransferSyntax syntax) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DicomWriter().write(FileMetaInformation.of(image, syntax), image, out);
        return out.toByteArray();
    }

    private static byte[] clean(byte[] file, DeidentificationProfile profile) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Deidentifier(profile, KEY).deidentify(ObjectSource.of(file), out);
        return out.toByteArray();
    }

    private static byte[] pixels(byte[] file) throws IOException {
        DicomObject object = new DicomReader().read(new ByteArrayInputStream(file));
        FrameIndex index = FrameIndex.of(object);
        ByteArrayOutputStream pixels = new ByteArrayOutputStream();
        for (int frame = 1; frame <= index.frameCount(); frame++) {
            for (ByteRange range : index.frame(frame)) {
                pixels.write(file, (int) range.offset(), (int) range.length());
            }
        }
        return pixels.toByteArray();
    }

    private static boolean isInRegion(int pixel) {
        int row = pixel / COLUMNS % ROWS;
        int column = pixel % COLUMNS;
        return row >= 1 && row <= 2 && column >= 2 && column <= 4;
    }

    @ParameterizedTest
    @CsvSource({
        "MONOCHROME2, 1, 8, 0, " + UID.ExplicitVRLittleEndian,
        "MONOCHROME1, 1, 8, 255, " + UID.ImplicitVRLittleEndian,
        "MONOCHROME2, 1, 16, 0, " + UID.DeflatedExplicitVRLittleEndian,
        "MONOCHROME2, 1, 32, 0, " + UID.ExplicitVRLittleEndian,
        "RGB, 3, 8, 0, " + UID.ExplicitVRLittleEndian,
        "PALETTE COLOR, 1, 8, 0, " + UID.ExplicitVRLittleEndian,
    })
    void regionsShouldBecomeBlackAndNothingElseChange(String photometric, int samples, int bits, int black, String uid)
            throws IOException {
        TransferSyntax syntax = TransferSyntax.find(uid).orElseThrow();
        int cell = samples * bits / 8;
        byte[] pixels = noise(ROWS * COLUMNS * FRAMES * cell);
        Attributes image = image(samples, photometric, bits);
        image.setBytes(Tag.PixelData, bits == 8 ? VR.OB : VR.OW, pixels);
        if (samples == 3) {
            image.setInt(Tag.PlanarConfiguration, VR.US, 0);
        }
        byte[] out = clean(file(image, syntax), profile(REGION));
        byte[] plain = syntax.deflated() ? clean(file(image, EXPLICIT), profile(REGION)) : out;
        byte[] expected = pixels.clone();
        for (int i = 0; i < expected.length; i++) {
            expected[i] = isInRegion(i / cell) ? (byte) black : expected[i];
        }
        assertArrayEquals(expected, pixels(plain));
        DicomObject object = new DicomReader().read(new ByteArrayInputStream(out));
        assertEquals(syntax, object.transferSyntax());
        assertEquals("NO", object.dataset().getString(Tag.BurnedInAnnotation));
        assertEquals(
                List.of("113100", "113101"),
                object.dataset().getSequence(Tag.DeidentificationMethodCodeSequence).stream()
                        .map(code -> code.getString(Tag.CodeValue))
                        .toList());
    }

    @Test
    void planesAndBigEndianWordsShouldBeBroughtInOrder() throws IOException {
        byte[] planes = noise(ROWS * COLUMNS * FRAMES * 3);
        Attributes image = image(3, "RGB", 8);
        image.setInt(Tag.PlanarConfiguration, VR.US, 1);
        image.setBytes(Tag.PixelData, VR.OW, planes);
        byte[] out = clean(file(image, TransferSyntax.EXPLICIT_VR_BIG_ENDIAN), profile(REGION));
        DicomObject object = new DicomReader().read(new ByteArrayInputStream(out));
        assertEquals(EXPLICIT, object.transferSyntax());
        assertEquals(0, object.dataset().getInt(Tag.PlanarConfiguration, -1));
        byte[] pixels = pixels(out);
        int plane = ROWS * COLUMNS;
        for (int i = 0; i < pixels.length; i++) {
            int pixel = i / 3;
            byte original = planes[pixel / plane * 3 * plane + i % 3 * plane + pixel % plane];
            assertEquals(isInRegion(pixel) ? 0 : original, pixels[i]);
        }
    }

    @Test
    void singleBitsShouldStayPacked() throws IOException {
        Attributes image = image(1, "MONOCHROME2", 1);
        byte[] pixels = new byte[ROWS * COLUMNS * FRAMES / 8];
        Arrays.fill(pixels, (byte) 0xFF);
        image.setBytes(Tag.PixelData, VR.OB, pixels);
        byte[] out = pixels(clean(file(image, EXPLICIT), profile(REGION)));
        assertEquals(pixels.length, out.length);
        for (int i = 0; i < out.length * 8; i++) {
            assertEquals(isInRegion(i) ? 0 : 1, out[i / 8] >> i % 8 & 1);
        }
    }

    /** 15 bits a frame: the second begins at the last bit of a byte. */
    @Test
    void bitsOfFramesThatBeginWithinAByteShouldStayInTheirPlace() throws IOException {
        Attributes image = image(1, "MONOCHROME2", 1);
        image.setInt(Tag.Rows, VR.US, 3);
        image.setInt(Tag.Columns, VR.US, 5);
        byte[] pixels = new byte[4];
        Arrays.fill(pixels, (byte) 0xFF);
        image.setBytes(Tag.PixelData, VR.OB, pixels);
        byte[] out = clean(file(image, EXPLICIT), profile(new PixelRegion(1, 1, 2, 1)));
        DicomObject object = new DicomReader().read(new ByteArrayInputStream(out));
        long offset = FrameIndex.of(object).frame(1).get(0).offset();
        for (int i = 0; i < 30; i++) {
            int row = i % 15 / 5;
            int column = i % 5;
            boolean black = row == 1 && (column == 1 || column == 2);
            assertEquals(black ? 0 : 1, out[(int) offset + i / 8] >> i % 8 & 1, "bit " + i);
        }
    }

    @Test
    void encapsulatedFramesShouldBecomeNative() throws IOException {
        Attributes image = image(1, "MONOCHROME2", 8);
        TransferSyntax rle = TransferSyntax.find(UID.RLELossless).orElseThrow();
        byte[] frame = noise(ROWS * COLUMNS);
        byte[] encoded = new byte[64 + 1 + frame.length + 1];
        encoded[0] = 1;
        encoded[4] = 64;
        encoded[64] = (byte) (frame.length - 1);
        System.arraycopy(frame, 0, encoded, 65, frame.length);
        Fragments fragments = new Fragments(VR.OB);
        fragments.append(0, 0);
        fragments.append(0, encoded.length);
        fragments.append(0, encoded.length);
        image.setValue(Tag.PixelData, VR.OB, fragments);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        new DicomWriter(SequenceLength.EXPLICIT, value -> new ByteArrayInputStream(encoded, 0, (int) value.length()))
                .write(FileMetaInformation.of(image, rle), image, file);
        byte[] out = clean(file.toByteArray(), profile(REGION));
        DicomObject object = new DicomReader().read(new ByteArrayInputStream(out));
        assertEquals(EXPLICIT, object.transferSyntax());
        byte[] pixels = pixels(out);
        for (int i = 0; i < pixels.length; i++) {
            assertEquals(isInRegion(i) ? 0 : frame[i % frame.length], pixels[i]);
        }
    }

    @Test
    void overlayInUnusedBitsShouldBeCleared() throws IOException {
        Attributes image = image(1, "MONOCHROME2", 16);
        image.setInt(Tag.BitsStored, VR.US, 12);
        image.setInt(Tag.HighBit, VR.US, 11);
        image.setString(Tag.BurnedInAnnotation, VR.CS, "NO");
        image.setInt(0x6000_0010, VR.US, ROWS);
        image.setInt(0x6000_0100, VR.US, 16);
        image.setInt(0x6000_0102, VR.US, 12);
        byte[] pixels = noise(ROWS * COLUMNS * FRAMES * 2);
        image.setBytes(Tag.PixelData, VR.OW, pixels);
        byte[] out = clean(file(image, EXPLICIT), DeidentificationProfile.basic());
        byte[] expected = pixels.clone();
        for (int i = 1; i < expected.length; i += 2) {
            expected[i] &= 0x0F;
        }
        assertArrayEquals(expected, pixels(out));
    }

    @Test
    void pixelsShouldPassUnchangedWhereNothingIsBurnedIn() throws IOException {
        Attributes image = image(1, "MONOCHROME2", 8);
        image.setString(Tag.BurnedInAnnotation, VR.CS, "NO");
        byte[] pixels = noise(ROWS * COLUMNS * FRAMES);
        image.setBytes(Tag.PixelData, VR.OB, pixels);
        assertArrayEquals(pixels, pixels(clean(file(image, EXPLICIT), DeidentificationProfile.basic())));
    }

    @Test
    void burnedInAnnotationsShouldBeRefusedWithoutRegions() throws IOException {
        Attributes image = image(1, "MONOCHROME2", 8);
        image.setBytes(Tag.PixelData, VR.OB, noise(ROWS * COLUMNS * FRAMES));
        byte[] file = file(image, EXPLICIT);
        assertEquals(
                DeidentificationRefused.Reason.BURNED_IN_ANNOTATION, refusal(file, DeidentificationProfile.basic()));
        assertEquals(DeidentificationRefused.Reason.BURNED_IN_ANNOTATION, refusal(file, profile()));
        assertEquals(
                DeidentificationRefused.Reason.BURNED_IN_ANNOTATION,
                refusal(file, profile(new PixelRegion(COLUMNS, 0, 9, 9))),
                "a region beside the image");
        DeidentificationRefused refused = assertThrows(
                DeidentificationRefused.class, () -> new Deidentifier(profile(REGION), KEY).deidentify(image));
        assertEquals(DeidentificationRefused.Reason.PIXELS_NOT_GIVEN, refused.reason());
    }

    private static DeidentificationRefused.Reason refusal(byte[] file, DeidentificationProfile profile) {
        return assertThrows(DeidentificationRefused.class, () -> clean(file, profile))
                .reason();
    }

    @Test
    void framesThatCannotBeDecodedShouldBeRefused() throws IOException {
        Attributes image = image(1, "MONOCHROME2", 8);
        image.setBytes(Tag.PixelData, VR.OB, noise(ROWS * COLUMNS));
        assertEquals(
                DeidentificationRefused.Reason.PIXELS_NOT_CLEANABLE,
                refusal(file(image, EXPLICIT), profile(REGION)),
                "fewer frames than told");
    }

    @Test
    void objectShouldBeOpenedFewTimes() throws IOException {
        Attributes image = image(1, "MONOCHROME2", 8);
        image.setInt(Tag.NumberOfFrames, VR.IS, 1000);
        image.setBytes(Tag.PixelData, VR.OB, noise(ROWS * COLUMNS * 1000));
        byte[] file = file(image, EXPLICIT);
        int[] opened = {0};
        ObjectSource source = offset -> {
            opened[0]++;
            return new ByteArrayInputStream(file, (int) offset, file.length - (int) offset);
        };
        new Deidentifier(profile(REGION), KEY).deidentify(source, OutputStream.nullOutputStream());
        assertTrue(opened[0] <= 3, opened[0] + " times");
    }
}
