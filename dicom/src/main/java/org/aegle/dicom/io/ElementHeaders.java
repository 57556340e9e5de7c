package org.aegle.dicom.io;

import java.io.IOException;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.PrivateBlocks;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.dictionary.ElementDictionary;
import org.aegle.dicom.dictionary.ElementEntry;
import org.aegle.dicom.dictionary.PrivateDictionary;

/** Reads element headers, with implicit and explicit VR. PS3.5 7.1. */
final class ElementHeaders {
    private static final int SHORT_HEADER = 8;
    private static final int LONG_HEADER = 12;

    private final ReadState state;
    private final ByteSource source;
    private final ElementDictionary dictionary = ElementDictionary.standard();

    ElementHeaders(ReadState state) {
        this.state = state;
        this.source = state.source();
    }

    /** Reads the header that begins at the next byte; eight bytes have been looked at. */
    ElementHeader read(Attributes set, Encoding encoding) throws IOException {
        int tag = source.peekTag(0, encoding.bigEndian());
        if (!encoding.explicitVr()) {
            long length = source.peekInt(4, encoding.bigEndian());
            source.advance(SHORT_HEADER);
            VR vr = PrivateBlocks.isPrivate(tag) ? privateVr(tag, length, set) : implicitVr(tag, set);
            return new ElementHeader(tag, vr, false, length);
        }
        int first = source.peek(4);
        int second = source.peek(5);
        if (!VR.isCode(first, second)) {
            return irregular(tag, first, second, set, encoding);
        }
        VR vr = VR.ofCode(first, second);
        long length = vr.headerLength() == LONG_HEADER ? longLength(tag, encoding) : shortLength(encoding);
        return vr == VR.UN ? unknown(tag, length, set) : new ElementHeader(tag, vr, false, length);
    }

    private long shortLength(Encoding encoding) {
        int length = source.peekShort(6, encoding.bigEndian());
        source.advance(SHORT_HEADER);
        return length;
    }

    private long longLength(int tag, Encoding encoding) throws IOException {
        if (!source.has(LONG_HEADER)) {
            throw state.truncated(tag, "the stream ends within an element header");
        }
        long length = source.peekInt(SHORT_HEADER, encoding.bigEndian());
        source.advance(LONG_HEADER);
        return length;
    }

    /** A VR of a coming edition has a length of 32 bits (PS3.5 6.2 note); blanks are old software's. */
    private ElementHeader irregular(int tag, int first, int second, Attributes set, Encoding encoding)
            throws IOException {
        state.find(source.position(), tag, "PS3.5 7.1.2", "the VR is none of the standard");
        boolean letters = first >= 'A' && first <= 'Z' && second >= 'A' && second <= 'Z';
        if (letters) {
            return unknown(tag, longLength(tag, encoding), set);
        }
        long length = shortLength(encoding);
        return new ElementHeader(tag, implicitVr(tag, set), false, length);
    }

    /** A value of VR UN whose element the dictionary knows is what the dictionary says. PS3.5 6.2.2 note. */
    private ElementHeader unknown(int tag, long length, Attributes set) {
        VR vr = PrivateBlocks.isPrivate(tag) ? VR.UN : implicitVr(tag, set);
        return new ElementHeader(tag, vr, true, length);
    }

    /** What its vendor says, but no sequence where no item is: vendors change their minds. */
    private VR privateVr(int tag, long length, Attributes set) throws IOException {
        VR vr = set.privateBlocks()
                .findCreator(tag)
                .flatMap(creator -> PrivateDictionary.vendors().find(creator, tag))
                .map(ElementEntry::vr)
                .orElseGet(() -> dictionary.vr(tag));
        boolean items = length == 0 || source.has(Integer.BYTES) && source.peekTag(0, false) == Tag.Item;
        boolean fits = length == ElementHeader.UNDEFINED ? vr == VR.SQ : vr != VR.SQ || items;
        return fits ? vr : VR.UN;
    }

    private VR implicitVr(int tag, Attributes set) {
        ElementEntry entry = dictionary.find(tag).orElse(null);
        if (entry == null) {
            return dictionary.vr(tag);
        }
        return entry.dependsOnPixelRepresentation() && isSigned(set) ? VR.SS : entry.vr();
    }

    /** Pixel Representation of the nearest data set around that tells it. */
    private static boolean isSigned(Attributes set) {
        for (Attributes at = set; ; at = at.findParent().get()) {
            if (at.contains(Tag.PixelRepresentation)) {
                return at.getInt(Tag.PixelRepresentation, 0) == 1;
            }
            if (at.findParent().isEmpty()) {
                return false;
            }
        }
    }
}
