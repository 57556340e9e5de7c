package org.aegle.dicom.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.aegle.dicom.corpus.DecodedFile;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.io.DicomWriter;
import org.aegle.dicom.io.FileMetaInformation;
import org.aegle.dicom.io.TransferSyntax;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames that do not begin at a byte, or not at a word. PS3.5 8.1.1. */
class BitFramesTest {
    private static Attributes image(int rows, int columns, int frames, int bits) {
        Attributes image = new Attributes();
        image.setString(Tag.SOPClassUID, VR.UI, UID.SegmentationStorage);
        image.setString(Tag.SOPInstanceUID, VR.UI, "2.25.1");
        image.setInt(Tag.SamplesPerPixel, VR.US, 1);
        image.setString(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2");
        image.setInt(Tag.NumberOfFrames, VR.IS, frames);
        image.setInt(Tag.Rows, VR.US, rows);
        image.setInt(Tag.Columns, VR.US, columns);
        image.setInt(Tag.BitsAllocated, VR.US, bits);
        image.setInt(Tag.BitsStored, VR.US, bits);
        image.setInt(Tag.HighBit, VR.US, bits - 1);
        image.setInt(Tag.PixelRepresentation, VR.US, 0);
        return image;
    }

    private static byte[] random(int count, int bound) {
        Random random = new Random(count);
        byte[] samples = new byte[count];
        for (int i = 0; i < count; i++) {
            samples[i] = (byte) random.nextInt(bound);
        }
        return samples;
    }

    private static byte[] packed(byte[] bits) {
        byte[] bytes = new byte[(bits.length + 15) / 16 * 2];
        for (int i = 0; i < bits.length; i++) {
            bytes[i / 8] |= (byte) (bits[i] << i % 8);
        }
        return bytes;
    }

    private static DecodedFile file(Attributes image, VR vr, byte[] pixels, TransferSyntax syntax) throws IOException {
        image.setBytes(Tag.PixelData, vr, pixels);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DicomWriter().write(FileMetaInformation.of(image, syntax), image, out);
        return new DecodedFile(out.toByteArray());
    }

    private static void assertFrames(byte[] samples, int frames, DecodedFile file) throws FrameException {
        assertEquals(frames, file.frames());
        int length = samples.length / frames;
        for (int frame = 0; frame < frames; frame++) {
            byte[] expected = new byte[length];
            System.arraycopy(samples, frame * length, expected, 0, length);
            assertArrayEquals(expected, file.frame(frame + 1).samples(), "frame " + (frame + 1));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 40", "3, 3, 17", "10, 10, 9", "1, 15, 5", "5, 5, 1", "2, 4, 3", "7, 33, 12", "31, 31, 4"})
    void bitsShouldBeThoseOfTheirFrameInEveryNativeSyntax(int rows, int columns, int frames) throws Exception {
        byte[] bits = random(rows * columns * frames, 2);
        for (TransferSyntax syntax : TransferSyntax.all()) {
            if (!syntax.encapsulated()) {
                for (VR vr : new VR[] {VR.OB, VR.OW}) {
                    assertFrames(bits, frames, file(image(rows, columns, frames, 1), vr, packed(bits), syntax));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 9})
    void bytesShouldBeThoseOfTheirFrameInBigEndianWords(int frames) throws Exception {
        byte[] samples = random(3 * 5 * frames, 256);
        byte[] even = Arrays.copyOf(samples, (samples.length + 1) / 2 * 2);
        assertFrames(samples, frames, file(image(3, 5, frames, 8), VR.OW, even, TransferSyntax.EXPLICIT_VR_BIG_ENDIAN));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void frameWithinBytesShouldBeShown(int number) throws Exception {
        byte[] bits = random(3 * 3 * 3, 2);
        DecodedFile file = file(image(3, 3, 3, 1), VR.OB, packed(bits), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        BufferedImage picture = new FrameRenderer()
                .render(file.object().dataset(), file.object().transferSyntax(), number, file.frameBytes(number), 0);
        for (int pixel = 0; pixel < 9; pixel++) {
            int expected = bits[(number - 1) * 9 + pixel] == 1 ? 0xFF : 0;
            assertEquals(expected, picture.getRaster().getSample(pixel % 3, pixel / 3, 0));
        }
    }
}
