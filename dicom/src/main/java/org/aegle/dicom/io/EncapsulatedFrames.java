package org.aegle.dicom.io;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.BulkData;
import org.aegle.dicom.data.Fragments;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;

/**
 * Encoded frames on their way into an object, each a fragment of its own: their place in the data set, and their bytes
 * for the {@link DicomWriter}. PS3.5 A.4, PS3.3 C.7.6.3.1.8.
 */
public final class EncapsulatedFrames implements BulkDataSource {
    private static final int ITEM_HEADER = 8;
    private static final long LARGEST_BASIC_OFFSET = 0xFFFF_FFFFL;

    private final List<byte[]> items = new ArrayList<>();
    private final List<byte[]> frames;
    private final OffsetTable table;

    /** How readers find a frame without reading those before it. */
    public enum OffsetTable {
        /** They read them. */
        NONE,
        /** Offsets of 32 bits in the first item. */
        BASIC,
        /** Offsets and lengths of 64 bits in elements of their own. */
        EXTENDED
    }

    /**
     * Frames with the table that finds them.
     *
     * @throws IllegalArgumentException when a basic table cannot tell their offsets
     */
    public EncapsulatedFrames(List<byte[]> frames, OffsetTable table) {
        this.frames = List.copyOf(frames);
        items.add(table == OffsetTable.BASIC ? basicOffsetTable() : new byte[0]);
        items.addAll(this.frames);
        this.table = table;
    }

    /** Makes the frames the pixel data of an image. */
    public void putInto(Attributes image) {
        image.remove(Tag.ExtendedOffsetTable);
        image.remove(Tag.ExtendedOffsetTableLengths);
        if (table == OffsetTable.EXTENDED) {
            image.setLong(Tag.ExtendedOffsetTable, VR.OV, offsets());
            image.setLong(
                    Tag.ExtendedOffsetTableLengths,
                    VR.OV,
                    frames.stream().mapToLong(frame -> even(frame.length)).toArray());
        }
        Fragments fragments = new Fragments(VR.OB);
        for (int i = 0; i < items.size(); i++) {
            // The place is the number of the item, by which it is opened.
            fragments.append(i, items.get(i).length);
        }
        image.setValue(Tag.PixelData, VR.OB, fragments);
    }

    @Override
    public InputStream open(BulkData value) {
        return new ByteArrayInputStream(items.get((int) value.offset()));
    }

    private byte[] basicOffsetTable() {
        ByteBuffer basic = ByteBuffer.allocate(frames.size() * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (long offset : offsets()) {
            if (offset > LARGEST_BASIC_OFFSET) {
                throw new IllegalArgumentException("the frames need an extended offset table");
            }
            basic.putInt((int) offset);
        }
        return basic.array();
    }

    /** From the first byte behind the offset table's item. */
    private long[] offsets() {
        long[] offsets = new long[frames.size()];
        for (int i = 1; i < offsets.length; i++) {
            offsets[i] = offsets[i - 1] + ITEM_HEADER + even(frames.get(i - 1).length);
        }
        return offsets;
    }

    private static long even(int length) {
        return length + (length & 1L);
    }
}
