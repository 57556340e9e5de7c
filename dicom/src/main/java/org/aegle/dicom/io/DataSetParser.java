package org.aegle.dicom.io;

import java.io.IOException;
import java.util.List;
import java.util.function.IntPredicate;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.BulkData;
import org.aegle.dicom.data.Sequence;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;

/** Reads the elements of a data set and of the items in it, in the order of the stream. PS3.5 7. */
final class DataSetParser {
    /** No end but that of the stream or of a delimiter. */
    private static final long OPEN = Long.MAX_VALUE;

    private static final int HEADER = 8;
    private static final int LARGEST_LOOKUP_TABLE = 1 << 20;

    private final ReadState state;
    private final ByteSource source;
    private final ElementHeaders headers;
    private final IntPredicate stop;
    private final ElementVisitor visitor;
    private final Attributes dataset = new Attributes();
    private PixelDataLayout pixelDataLayout;
    private boolean stopped;

    DataSetParser(ReadState state, IntPredicate stop, ElementVisitor visitor) {
        this.state = state;
        this.source = state.source();
        this.headers = new ElementHeaders(state);
        this.stop = stop;
        this.visitor = visitor;
    }

    Attributes dataset() {
        return dataset;
    }

    /** Reading ended before the end of the stream. */
    boolean isStopped() {
        return stopped;
    }

    PixelDataLayout pixelDataLayout() {
        return pixelDataLayout;
    }

    List<Finding> findings() {
        return state.findings().list();
    }

    /** Reads the data set to the end of the stream or, when so asked, to the pixel data. */
    void read(Encoding encoding) throws IOException {
        int last = 0;
        while (!stopped && source.has(HEADER)) {
            int tag = source.peekTag(0, encoding.bigEndian());
            if (isDelimiter(tag)) {
                state.find(source.position(), tag, "PS3.5 7.5.1", "a delimiter outside of any sequence");
                source.advance(HEADER);
            } else if (tag == 0 && last != 0 && source.peekInt(4, false) == 0) {
                break;
            } else {
                readElement(dataset, encoding, OPEN, 0);
                checkOrder(last, tag);
                last = tag;
                visit(tag);
            }
        }
        if (!stopped) {
            readRest(last);
        }
    }

    private void visit(int tag) {
        if (stopped) {
            return;
        }
        switch (visitor.visit(dataset, tag)) {
            case KEEP -> {}
            case DROP -> dataset.remove(tag);
            case STOP -> stopped = true;
        }
    }

    private static boolean isDelimiter(int tag) {
        return tag == Tag.ItemDelimitationItem || tag == Tag.SequenceDelimitationItem;
    }

    private void checkOrder(int last, int tag) throws DicomParseException {
        if (Integer.compareUnsigned(tag, last) <= 0 && last != 0) {
            state.find(source.position(), tag, "PS3.5 7.1", "the tags do not ascend");
        }
    }

    /** Some writers fill up a block with zeros behind the last element. */
    private void readRest(int last) throws IOException {
        if (!source.has(1)) {
            return;
        }
        long offset = source.position();
        if (!source.drainZeros()) {
            throw state.failure(
                    DicomParseException.Reason.TRUNCATED, offset, last, "bytes behind the last element are no element");
        }
        state.find(offset, last, "PS3.10 7.2", "zeros behind the last element");
    }

    private void readElement(Attributes set, Encoding encoding, long end, int depth) throws IOException {
        long offset = source.position();
        ElementHeader header = headers.read(set, encoding);
        int tag = header.tag();
        if (set == dataset && stop.test(tag)) {
            stopped = true;
            return;
        }
        state.countElement(tag);
        Encoding inner = header.unknown() ? Encoding.IMPLICIT_LITTLE_ENDIAN : encoding;
        if (header.isUndefined()) {
            readDelimited(set, header, inner, end, depth);
            return;
        }
        if (header.length() > end - source.position()) {
            throw state.malformed(tag, "the value of " + header.length() + " bytes runs over the end of its item");
        }
        if (header.vr() == VR.SQ) {
            readSequence(set, header, inner, end, depth);
            return;
        }
        if (header.length() % 2 != 0) {
            state.find(offset, tag, "PS3.5 7.1.1", "a value of odd length");
        }
        readValue(set, header, inner);
    }

    static boolean isPixelData(int tag) {
        return tag == Tag.PixelData || tag == Tag.FloatPixelData || tag == Tag.DoubleFloatPixelData;
    }

    private void readValue(Attributes set, ElementHeader header, Encoding encoding) throws IOException {
        int tag = header.tag();
        long length = header.length();
        boolean imagePixels = set == dataset && isPixelData(tag);
        if (!imagePixels && length <= keptLength(tag)) {
            set.setBytes(tag, header.vr(), state.keep(tag, header.vr(), length, encoding.bigEndian()));
            return;
        }
        BulkData bulk = new BulkData(header.vr(), source.position(), length, encoding.bigEndian());
        state.pass(tag, length);
        set.setValue(tag, header.vr(), bulk);
        if (imagePixels) {
            pixelDataLayout = new PixelDataLayout.NativePixelData(tag, bulk.offset(), length);
        }
    }

    /** Lookup tables are needed to show an image, and the extended offset table to find its frames. */
    private long keptLength(int tag) {
        if (tag == Tag.ExtendedOffsetTable || tag == Tag.ExtendedOffsetTableLengths) {
            return 8L * state.limits().fragments();
        }
        boolean lookupTable = tag >>> 16 == 0x0028;
        return lookupTable ? LARGEST_LOOKUP_TABLE : state.limits().bulkThreshold();
    }

    private void readDelimited(Attributes set, ElementHeader header, Encoding encoding, long end, int depth)
            throws IOException {
        VR vr = header.vr();
        if (vr == VR.SQ || vr == VR.UN) {
            Encoding items = vr == VR.UN ? Encoding.IMPLICIT_LITTLE_ENDIAN : encoding;
            readSequence(set, header, items, end, depth);
        } else if (vr == VR.OB || vr == VR.OW) {
            readFragments(set, header);
        } else {
            throw state.malformed(header.tag(), "a value of undefined length that is no sequence");
        }
    }

    private void readFragments(Attributes set, ElementHeader header) throws IOException {
        FragmentReader reader = new FragmentReader(state, header.tag(), header.vr());
        reader.read();
        set.setValue(header.tag(), header.vr(), reader.items());
        if (set == dataset && header.tag() == Tag.PixelData) {
            pixelDataLayout = reader.layout();
        }
    }

    /** The bound is the end of what is around the sequence: a last item may run over a sequence's own wrong length. */
    private void readSequence(Attributes set, ElementHeader header, Encoding encoding, long bound, int depth)
            throws IOException {
        int tag = header.tag();
        long end = header.isUndefined() ? bound : source.position() + header.length();
        if (depth >= state.limits().depth()) {
            throw state.overLimit(tag, "depth " + state.limits().depth());
        }
        Sequence items = set.newSequence(tag, 1);
        while (source.position() < end) {
            if (!source.has(HEADER)) {
                throw state.truncated(tag, "the stream ends within a sequence");
            }
            int itemTag = source.peekTag(0, encoding.bigEndian());
            long length = source.peekInt(4, encoding.bigEndian());
            if (itemTag == Tag.SequenceDelimitationItem) {
                source.advance(HEADER);
                if (header.isUndefined()) {
                    return;
                }
                state.find(source.position(), tag, "PS3.5 7.5.1", "a delimiter in a sequence of defined length");
            } else if (itemTag == Tag.Item) {
                source.advance(HEADER);
                readItem(items, tag, length, encoding, bound, depth);
            } else if (itemTag == Tag.ItemDelimitationItem) {
                source.advance(HEADER);
                state.find(source.position(), tag, "PS3.5 7.5.1", "a second delimiter behind an item");
            } else {
                throw state.malformed(tag, "neither an item nor the end of the sequence");
            }
        }
        if (header.isUndefined()) {
            state.find(source.position(), tag, "PS3.5 7.5.1", "the delimiter of the sequence is missing");
        } else if (source.position() > end) {
            state.find(source.position(), tag, "PS3.5 7.5.1", "the last item runs over the length of the sequence");
        }
    }

    private void readItem(Sequence items, int tag, long length, Encoding encoding, long end, int depth)
            throws IOException {
        boolean delimited = length == ElementHeader.UNDEFINED;
        if (!delimited && length > end - source.position()) {
            throw state.malformed(tag, "an item of " + length + " bytes runs over the end of what is around it");
        }
        state.countElement(tag);
        state.path().enter(tag, items.size());
        readItemElements(
                items.newItem(), tag, encoding, delimited ? end : source.position() + length, depth, delimited);
        state.path().leave();
    }

    private void readItemElements(
            Attributes item, int sequenceTag, Encoding encoding, long end, int depth, boolean delimited)
            throws IOException {
        int last = 0;
        while (source.position() < end) {
            if (!source.has(HEADER)) {
                throw state.truncated(sequenceTag, "the stream ends within an item");
            }
            int tag = source.peekTag(0, encoding.bigEndian());
            if (tag == Tag.ItemDelimitationItem) {
                source.advance(HEADER);
                if (delimited) {
                    return;
                }
                state.find(source.position(), tag, "PS3.5 7.5.1", "a delimiter in an item of defined length");
            } else if (tag == Tag.SequenceDelimitationItem || tag == Tag.Item) {
                break;
            } else {
                readElement(item, encoding, end, depth + 1);
                checkOrder(last, tag);
                last = tag;
            }
        }
        boolean complete = !delimited && source.position() == end;
        if (!complete) {
            state.find(source.position(), sequenceTag, "PS3.5 7.5.1", "the end of an item is missing");
        }
    }
}
