package org.aegle.dicom.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;
import org.junit.jupiter.api.Test;

class FrameIndexTest {
    private static final TransferSyntax JPEG =
            TransferSyntax.find("1.2.840.10008.1.2.4.50").orElseThrow();

    private static FrameIndex ofNative(Attributes image, int length) throws IOException {
        image.setBytes(Tag.PixelData, VR.OW, new byte[length]);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DicomWriter().write(FileMetaInformation.of(image, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), image, out);
        return FrameIndex.of(new DicomReader().read(new ByteArrayInputStream(out.toByteArray())));
    }

    /** Fragments of ten bytes each, those named starting a codestream. */
    private static Part10 encapsulated(int frames, String fragments, long... offsets) throws IOException {
        Part10 file = Part10.of(JPEG)
                .element(Tag.NumberOfFrames, VR.IS, 2)
                .text(frames + " ")
                .element(Tag.PixelData, VR.OB, 0xFFFF_FFFFL)
                .item(Tag.Item, 4L * offsets.length);
        for (long offset : offsets) {
            file.number(offset);
        }
        for (char kind : fragments.toCharArray()) {
            byte[] start = kind == 's' ? new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0} : new byte[4];
            file.item(Tag.Item, 10).raw(start).raw(new byte[6]);
        }
        return file.item(Tag.SequenceDelimitationItem, 0);
    }

    private static List<Integer> fragmentsOfFrames(FrameIndex index) {
        return IntStream.rangeClosed(1, index.frameCount())
                .mapToObj(number -> index.frame(number).size())
                .toList();
    }

    @Test
    void nativeFramesShouldLieSideBySide() throws IOException {
        FrameIndex index = ofNative(Part10.image(4, 6, 16, 3), 4 * 6 * 2 * 3);
        assertEquals(3, index.frameCount());
        assertEquals(48, index.frameLength(2));
        long first = index.frame(1).get(0).offset();
        assertEquals(List.of(new ByteRange(first + 96, 48)), index.frame(3));
        assertTrue(index.findings().isEmpty());
        assertEquals(index, FrameIndex.fromBytes(index.toBytes()));
        assertThrows(IndexOutOfBoundsException.class, () -> index.frame(4));
        assertThrows(IndexOutOfBoundsException.class, () -> index.frame(0));
    }

    @Test
    void singleBitsShouldBePacked() throws IOException {
        assertEquals(8, ofNative(Part10.image(8, 8, 1, 2), 16).frameLength(1));
        assertEquals(2, ofNative(Part10.image(3, 3, 1, 1), 2).frameLength(1));
    }

    @Test
    void framesThatBeginWithinAByteShouldShareIt() throws IOException {
        FrameIndex crossing = ofNative(Part10.image(3, 3, 1, 3), 4);
        assertEquals(3, crossing.frameCount());
        assertEquals(List.of(), crossing.findings());
        long first = crossing.frame(1).get(0).offset();
        assertEquals(List.of(new ByteRange(first, 2)), crossing.frame(1));
        assertEquals(List.of(new ByteRange(first + 1, 2)), crossing.frame(2));
        assertEquals(List.of(new ByteRange(first + 2, 2)), crossing.frame(3));
        assertEquals(crossing, FrameIndex.fromBytes(crossing.toBytes()));
        assertThrows(IllegalArgumentException.class, () -> crossing.cut(2, new byte[1]));
        FrameIndex cutOff = ofNative(Part10.image(3, 3, 1, 5), 4);
        assertEquals(3, cutOff.frameCount());
        assertEquals(1, cutOff.findings().size());
        assertEquals(1, ofNative(Part10.image(3, 3, 1, 2), 6).findings().size());
    }

    @Test
    void frameShouldBeReadAloneAndNotInPart() throws IOException {
        // 000000001 111111110 1.......
        byte[] pixels = {0, (byte) 0xFF, (byte) 0x81, 3};
        FrameIndex index = ofNative(Part10.image(3, 3, 1, 2), 4);
        long origin = index.frame(1).get(0).offset();
        RangeSource source = range -> new ByteArrayInputStream(pixels, (int) (range.offset() - origin), 4);
        assertArrayEquals(new byte[] {0, 1}, index.read(1, source));
        assertArrayEquals(new byte[] {(byte) 0xFF, 0}, index.read(2, source));
        assertThrows(EOFException.class, () -> index.read(1, range -> new ByteArrayInputStream(pixels, 0, 1)));
    }

    @Test
    void subsampledColoursShouldTakeTwoThirds() throws IOException {
        Attributes image = Part10.image(4, 4, 8, 1);
        image.setInt(Tag.SamplesPerPixel, VR.US, 3);
        image.setString(Tag.PhotometricInterpretation, VR.CS, "YBR_FULL_422");
        assertEquals(32, ofNative(image, 32).frameLength(1));
    }

    @Test
    void lyingDimensionsShouldBeFindings() throws IOException {
        FrameIndex huge = ofNative(Part10.image(65535, 65535, 32, 2_000_000_000), 100);
        assertEquals(0, huge.frameCount());
        assertEquals(1, huge.findings().size());
        FrameIndex missing = ofNative(Part10.image(4, 4, 8, 10), 50);
        assertEquals(3, missing.frameCount());
        assertFalse(missing.findings().isEmpty());
    }

    @Test
    void basicOffsetTableShouldGroupFragments() throws IOException {
        FrameIndex index = FrameIndex.of(encapsulated(2, "xxxxx", 0, 54).read());
        assertEquals(List.of(3, 2), fragmentsOfFrames(index));
        assertEquals(30, index.frameLength(1));
        assertEquals(index, FrameIndex.fromBytes(index.toBytes()));
    }

    @Test
    void wrongOffsetTableShouldYieldToCodestreams() throws IOException {
        assertEquals(
                List.of(3, 2),
                fragmentsOfFrames(FrameIndex.of(encapsulated(2, "sxxsx", 0, 17).read())));
        assertEquals(
                List.of(3, 2),
                fragmentsOfFrames(FrameIndex.of(encapsulated(2, "sxxsx").read())));
    }

    @Test
    void oneFrameShouldTakeAllFragments() throws IOException {
        assertEquals(
                List.of(3),
                fragmentsOfFrames(FrameIndex.of(encapsulated(1, "sxs").read())));
    }

    @Test
    void asManyFragmentsAsFramesShouldBeOneEach() throws IOException {
        assertEquals(
                List.of(1, 1, 1),
                fragmentsOfFrames(FrameIndex.of(encapsulated(3, "xxx").read())));
    }

    @Test
    void otherNumbersShouldBeAFinding() throws IOException {
        FrameIndex index = FrameIndex.of(encapsulated(5, "sxs").read());
        assertEquals(2, index.frameCount());
        assertEquals(1, index.findings().size());
    }

    @Test
    void extendedOffsetTableShouldTellExactLengths() throws IOException {
        DicomObject object = Part10.of(JPEG)
                .element(Tag.NumberOfFrames, VR.IS, 2)
                .text("2 ")
                .element(Tag.ExtendedOffsetTable, VR.OV, 16)
                .number(0)
                .number(0)
                .number(18)
                .number(0)
                .element(Tag.ExtendedOffsetTableLengths, VR.OV, 16)
                .number(9)
                .number(0)
                .number(10)
                .number(0)
                .element(Tag.PixelData, VR.OB, 0xFFFF_FFFFL)
                .item(Tag.Item, 0)
                .item(Tag.Item, 10)
                .raw(new byte[10])
                .item(Tag.Item, 10)
                .raw(new byte[10])
                .item(Tag.SequenceDelimitationItem, 0)
                .read();
        FrameIndex index = FrameIndex.of(object);
        assertEquals(9, index.frameLength(1));
        assertEquals(10, index.frameLength(2));
    }

    @Test
    void otherBytesShouldBeNoIndex() {
        for (int seed = 0; seed < 500; seed++) {
            byte[] bytes = new byte[20];
            new Random(seed).nextBytes(bytes);
            bytes[0] = 1;
            bytes[1] = (byte) (seed % 2);
            try {
                assertTrue(FrameIndex.fromBytes(bytes).frameCount() >= 0);
            } catch (IllegalArgumentException refused) {
                assertFalse(refused.getMessage().isEmpty());
            }
        }
    }
}
