package org.aegle.dicom.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.aegle.dicom.data.Attributes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EncapsulatedFramesTest {
    private static final TransferSyntax RLE =
            TransferSyntax.find("1.2.840.10008.1.2.5").orElseThrow();

    /** Of odd length too, which the writer fills up. */
    private static final List<byte[]> FRAMES =
            List.of(new byte[] {1, 2, 3}, new byte[] {4, 5, 6, 7}, new byte[] {8}, new byte[] {9, 10});

    @ParameterizedTest
    @EnumSource
    void framesShouldBeFoundByEveryTable(EncapsulatedFrames.OffsetTable table) throws IOException {
        Attributes image = Part10.image(1, 2, 8, FRAMES.size());
        EncapsulatedFrames frames = new EncapsulatedFrames(FRAMES, table);
        frames.putInto(image);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DicomWriter(SequenceLength.EXPLICIT, frames).write(FileMetaInformation.of(image, RLE), image, out);

        byte[] file = out.toByteArray();
        DicomObject object = new DicomReader().strict().read(new ByteArrayInputStream(file));
        FrameIndex index = FrameIndex.of(object);
        assertEquals(FRAMES.size(), index.frameCount());
        assertTrue(index.findings().isEmpty(), index.findings().toString());
        for (int number = 1; number <= FRAMES.size(); number++) {
            ByteRange range = index.frame(number).get(0);
            byte[] expected = FRAMES.get(number - 1);
            byte[] found = Arrays.copyOfRange(file, (int) range.offset(), (int) range.offset() + expected.length);
            assertArrayEquals(expected, found);
        }
    }
}
