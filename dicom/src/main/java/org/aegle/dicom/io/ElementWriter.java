package org.aegle.dicom.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.BulkData;
import org.aegle.dicom.data.BulkDataReference;
import org.aegle.dicom.data.Fragments;
import org.aegle.dicom.data.Sequence;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.dictionary.ElementDictionary;

/** Writes elements in one encoding. PS3.5 7.1, 7.5, A.4. */
final class ElementWriter {
    private static final int UNDEFINED = 0xFFFF_FFFF;
    private static final int ITEM_HEADER = 8;
    private static final int GROUP_LENGTH_ELEMENT = 12;
    private static final int BLOCK = 64 << 10;

    private final Encoding encoding;
    private final boolean delimited;
    private final boolean groupLengths;
    private final BulkDataSource bulkData;
    private final OutputStream out;
    private final Map<Attributes, Long> lengths = new IdentityHashMap<>();
    private final byte[] header = new byte[12];

    ElementWriter(
            Encoding encoding,
            SequenceLength sequenceLength,
            boolean groupLengths,
            BulkDataSource bulkData,
            OutputStream out) {
        this.encoding = encoding;
        this.delimited = sequenceLength == SequenceLength.UNDEFINED;
        this.groupLengths = groupLengths;
        this.bulkData = bulkData;
        this.out = new BufferedOutputStream(out, BLOCK);
    }

    void flush() throws IOException {
        out.flush();
    }

    /** Writes all elements, with group lengths of our own or none. */
    void write(Attributes set) throws IOException {
        int last = 0;
        for (int tag : set.tags()) {
            if (isGroupLength(tag)) {
                continue;
            }
            int group = tag & 0xFFFF_0000;
            if (groupLengths && group != last) {
                writeGroupLength(set, group);
                last = group;
            }
            write(set, tag);
        }
    }

    private void writeGroupLength(Attributes set, int group) throws IOException {
        long length = 0;
        for (int tag : set.tags()) {
            if ((tag & 0xFFFF_0000) == group && !isGroupLength(tag)) {
                length += elementLength(set, tag);
            }
        }
        writeHeader(group, VR.UL, Integer.BYTES);
        putInt(0, (int) Math.min(length, 0xFFFF_FFFFL));
        out.write(header, 0, Integer.BYTES);
    }

    /** Writes all elements. */
    void writeWithGroupLength(Attributes set) throws IOException {
        for (int tag : set.tags()) {
            write(set, tag);
        }
    }

    private static boolean isGroupLength(int tag) {
        return (tag & 0xFFFF) == 0;
    }

    private void write(Attributes set, int tag) throws IOException {
        VR vr = set.getVR(tag);
        Object value = set.getValue(tag);
        if (value instanceof Sequence items) {
            writeSequence(tag, items);
        } else if (value instanceof Fragments fragments) {
            writeFragments(tag, fragments);
        } else if (value instanceof BulkData bulk) {
            writeHeader(tag, vr, even(bulk.length()));
            copy(bulk, vr);
        } else if (value instanceof BulkDataReference) {
            throw new IOException("a value lies elsewhere and cannot be written");
        } else {
            writeBytes(tag, vr, set.getBytes(tag));
        }
    }

    private void writeBytes(int tag, VR vr, byte[] bytes) throws IOException {
        writeHeader(tag, vr, even(bytes.length));
        byte[] ordered = bytes;
        if (encoding.bigEndian() && vr.wordLength() > 1) {
            ordered = bytes.clone();
            ByteOrders.turn(ordered, vr.wordLength());
        }
        out.write(ordered);
        pad(bytes.length, vr);
    }

    private void pad(long length, VR vr) throws IOException {
        if (length % 2 != 0) {
            out.write(vr.paddingByte());
        }
    }

    private static long even(long length) {
        return length + (length & 1);
    }

    private void copy(BulkData bulk, VR vr) throws IOException {
        boolean turns = bulk.bigEndian() != encoding.bigEndian() && vr.wordLength() > 1;
        byte[] block = new byte[BLOCK];
        long left = bulk.length();
        try (InputStream in = bulkData.open(bulk)) {
            while (left > 0) {
                int count = in.readNBytes(block, 0, (int) Math.min(left, BLOCK));
                if (count == 0) {
                    throw new IOException("the value at " + bulk.offset() + " is shorter than its reference");
                }
                byte[] part = count == BLOCK ? block : Arrays.copyOf(block, count);
                if (turns) {
                    ByteOrders.turn(part, vr.wordLength());
                }
                out.write(part, 0, count);
                left -= count;
            }
        }
        pad(bulk.length(), vr);
    }

    private void writeSequence(int tag, Sequence items) throws IOException {
        boolean open = isOpen(tag);
        writeHeader(tag, VR.SQ, open ? ElementHeader.UNDEFINED : length(items));
        for (Attributes item : items) {
            writeItemHeader(Tag.Item, delimited ? UNDEFINED : (int) length(item));
            write(item);
            if (delimited) {
                writeItemHeader(Tag.ItemDelimitationItem, 0);
            }
        }
        if (open) {
            writeItemHeader(Tag.SequenceDelimitationItem, 0);
        }
    }

    /** Without a VR in the stream, a sequence that readers' dictionaries do not know shows by its undefined length. */
    private boolean isOpen(int tag) {
        return delimited
                || !encoding.explicitVr() && ElementDictionary.standard().vr(tag) != VR.SQ;
    }

    private void writeFragments(int tag, Fragments fragments) throws IOException {
        writeHeader(tag, fragments.vr(), ElementHeader.UNDEFINED);
        for (BulkData fragment : fragments) {
            writeItemHeader(Tag.Item, (int) even(fragment.length()));
            copy(fragment, VR.OB);
        }
        writeItemHeader(Tag.SequenceDelimitationItem, 0);
    }

    private void writeItemHeader(int tag, int length) throws IOException {
        putTag(tag);
        putInt(4, length);
        out.write(header, 0, ITEM_HEADER);
    }

    private void writeHeader(int tag, VR vr, long length) throws IOException {
        putTag(tag);
        if (!encoding.explicitVr()) {
            putInt(4, (int) length);
            out.write(header, 0, 8);
            return;
        }
        VR told = length > vr.maximumLength() && length != ElementHeader.UNDEFINED ? VR.UN : vr;
        header[4] = (byte) told.name().charAt(0);
        header[5] = (byte) told.name().charAt(1);
        if (told.headerLength() == 12) {
            putShort(6, 0);
            putInt(8, (int) length);
        } else {
            putShort(6, (int) length);
        }
        out.write(header, 0, told.headerLength());
    }

    private void putTag(int tag) {
        putShort(0, tag >>> 16);
        putShort(2, tag);
    }

    private void putShort(int at, int number) {
        header[encoding.bigEndian() ? at + 1 : at] = (byte) number;
        header[encoding.bigEndian() ? at : at + 1] = (byte) (number >>> 8);
    }

    private void putInt(int at, int number) {
        putShort(at, encoding.bigEndian() ? number >>> 16 : number);
        putShort(at + 2, encoding.bigEndian() ? number : number >>> 16);
    }

    /** Bytes of a data set or item without its own header; measured once, since items lie within items. */
    long length(Attributes set) {
        Long known = lengths.get(set);
        if (known != null) {
            return known;
        }
        long sum = 0;
        int last = 0;
        for (int tag : set.tags()) {
            if (!isGroupLength(tag)) {
                int group = tag & 0xFFFF_0000;
                sum += elementLength(set, tag) + (groupLengths && group != last ? GROUP_LENGTH_ELEMENT : 0);
                last = group;
            }
        }
        lengths.put(set, sum);
        return sum;
    }

    private long elementLength(Attributes set, int tag) {
        VR vr = set.getVR(tag);
        Object value = set.getValue(tag);
        long length;
        if (value instanceof Sequence items) {
            length = length(items) + (isOpen(tag) ? ITEM_HEADER : 0);
        } else if (value instanceof Fragments fragments) {
            length = ITEM_HEADER;
            for (int i = 0; i < fragments.size(); i++) {
                length += ITEM_HEADER + even(fragments.length(i));
            }
        } else {
            length = even(value instanceof BulkData bulk ? bulk.length() : set.getBytes(tag).length);
        }
        boolean asUnknown = length > vr.maximumLength();
        int headerLength = !encoding.explicitVr() ? 8 : asUnknown ? 12 : vr.headerLength();
        return headerLength + length;
    }

    private long length(Sequence items) {
        long sum = 0;
        for (Attributes item : items) {
            sum += ITEM_HEADER + length(item);
        }
        return sum;
    }
}
