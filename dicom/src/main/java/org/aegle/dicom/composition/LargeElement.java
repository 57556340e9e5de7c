package org.aegle.dicom.composition;

import java.util.ArrayList;
import java.util.List;
import org.aegle.dicom.data.VR;

/**
 * An element whose value is spliced into the file from elsewhere.
 *
 * @param vr its VR
 * @param encapsulated its pieces are fragments, else one value
 * @param pieces where the bytes lie, in their order
 */
record LargeElement(VR vr, boolean encapsulated, List<Piece> pieces) {
    /** Even, below the undefined length, and the largest that signed readers of lengths can take. */
    private static final long LONGEST_FRAGMENT = (1L << 31) - 2;

    static final long LONGEST_VALUE = 0xFFFF_FFFEL;

    LargeElement {
        pieces = List.copyOf(pieces);
    }

    /** Bytes somewhere. */
    record Piece(BulkValue value, long offset, long length) {
        static Piece of(BulkValue value) {
            return new Piece(value, 0, value.length());
        }
    }

    static LargeElement plain(VR vr, BulkValue value) {
        return new LargeElement(vr, false, List.of(Piece.of(value)));
    }

    /** Each piece is a frame and a fragment. */
    static LargeElement frames(List<Piece> frames) {
        return new LargeElement(VR.OB, true, frames);
    }

    /** A stream without frames of its own, in as few fragments as hold it. PS3.5 A.4.6. */
    static LargeElement video(BulkValue stream) {
        List<Piece> fragments = new ArrayList<>();
        for (long at = 0; at < stream.length(); at += LONGEST_FRAGMENT) {
            fragments.add(new Piece(stream, at, Math.min(LONGEST_FRAGMENT, stream.length() - at)));
        }
        return new LargeElement(VR.OB, true, fragments);
    }

    /** Whether a video of this length needs more than one fragment, which only some transfer syntaxes allow. */
    static boolean needsFragments(BulkValue stream) {
        return stream.length() > LONGEST_FRAGMENT;
    }
}
