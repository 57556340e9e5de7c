package org.aegle.dicom.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.BitSet;
import org.aegle.dicom.data.Fragments;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;

/** Reads the items of an encapsulated value: notes where they lie, keeps none but the offset table. PS3.5 A.4. */
final class FragmentReader {
    private static final int ITEM_HEADER = 8;
    private static final int LOOK_AHEAD = 12;

    private final ReadState state;
    private final ByteSource source;
    private final int tag;
    private final Fragments items;
    private final BitSet codestreams = new BitSet();
    private long[] basicOffsetTable = {};

    FragmentReader(ReadState state, int tag, VR vr) {
        this.state = state;
        this.source = state.source();
        this.tag = tag;
        this.items = new Fragments(vr);
    }

    Fragments items() {
        return items;
    }

    PixelDataLayout layout() {
        return new PixelDataLayout.EncapsulatedPixelData(basicOffsetTable, new FragmentList(items, codestreams));
    }

    /** Reads up to and with the sequence delimiter. */
    void read() throws IOException {
        while (source.has(ITEM_HEADER)) {
            int itemTag = source.peekTag(0, false);
            long length = source.peekInt(4, false);
            if (itemTag == Tag.SequenceDelimitationItem) {
                source.advance(ITEM_HEADER);
                return;
            }
            if (itemTag != Tag.Item || length == ElementHeader.UNDEFINED) {
                throw state.malformed(tag, "neither a fragment nor the end of the fragments");
            }
            source.advance(ITEM_HEADER);
            readItem(length);
        }
        throw state.truncated(tag, "the stream ends within the fragments");
    }

    private void readItem(long length) throws IOException {
        if (items.size() > state.limits().fragments()) {
            throw state.overLimit(tag, "fragments " + state.limits().fragments());
        }
        if (length % 2 != 0) {
            state.find(source.position(), tag, "PS3.5 A.4", "a fragment of odd length");
        }
        items.append(source.position(), length);
        if (items.size() == 1) {
            readOffsetTable(length);
        } else {
            source.has((int) Math.min(length, LOOK_AHEAD));
            codestreams.set(items.size() - 1, Codestreams.startsAt(source, length));
            state.pass(tag, length);
        }
    }

    private void readOffsetTable(long length) throws IOException {
        if (length > 4L * state.limits().fragments()) {
            throw state.overLimit(tag, "fragments " + state.limits().fragments());
        }
        byte[] table = state.keep(tag, VR.OL, length, false);
        ByteBuffer words = ByteBuffer.wrap(table).order(ByteOrder.LITTLE_ENDIAN);
        basicOffsetTable = new long[table.length / Integer.BYTES];
        for (int i = 0; i < basicOffsetTable.length; i++) {
            basicOffsetTable[i] = words.getInt() & 0xFFFF_FFFFL;
        }
    }
}
