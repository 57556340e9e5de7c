package org.aegle.dicom.image;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.io.BulkDataSource;
import org.aegle.dicom.io.DicomWriter;
import org.aegle.dicom.io.SequenceLength;
import org.aegle.dicom.io.TransferSyntax;

/**
 * Writes a data set whose frames are known only as they come, each a fragment of its own behind an empty offset table.
 * One thread. PS3.5 A.4.
 */
final class FragmentedWriter {
    private static final int ITEM = 0xE000_FFFE;
    private static final int SEQUENCE_DELIMITATION = 0xE0DD_FFFE;
    private static final int HEADER = 8;
    private static final byte[] PIXEL_DATA = {
        (byte) 0xE0, 0x7F, 0x10, 0, 'O', 'B', 0, 0, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF
    };

    private final Attributes image;
    private final TransferSyntax syntax;
    private final DicomWriter writer;
    private final OutputStream out;

    FragmentedWriter(Attributes image, TransferSyntax syntax, BulkDataSource values, OutputStream out) {
        this.image = image;
        this.syntax = syntax;
        this.writer = new DicomWriter(SequenceLength.EXPLICIT, values);
        this.out = out;
    }

    /** What stands before the frames. */
    void begin() throws IOException {
        Attributes before = image.filtered(tag -> Integer.compareUnsigned(tag, Tag.PixelData) < 0);
        writer.writeDataset(before, syntax, out);
        out.write(PIXEL_DATA);
        header(ITEM, 0);
    }

    /** A frame, of even length. */
    void fragment(byte[] codestream) throws IOException {
        header(ITEM, codestream.length);
        out.write(codestream);
    }

    /** What stands behind the frames. */
    void end() throws IOException {
        header(SEQUENCE_DELIMITATION, 0);
        Attributes behind = new Attributes(image);
        for (int tag : image.tags()) {
            if (Integer.compareUnsigned(tag, Tag.PixelData) <= 0) {
                behind.remove(tag);
            }
        }
        writer.writeDataset(behind, syntax, out);
    }

    /** The tag as its two words lie, and the length. */
    private void header(int words, int length) throws IOException {
        out.write(ByteBuffer.allocate(HEADER)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(words)
                .putInt(length)
                .array());
    }
}
