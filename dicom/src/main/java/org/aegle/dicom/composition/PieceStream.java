package org.aegle.dicom.composition;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;

/** Pieces one after the other, each opened when its turn comes. For one thread. */
final class PieceStream extends InputStream {
    private final Iterator<LargeElement.Piece> pieces;
    private InputStream current = InputStream.nullInputStream();
    private long left;

    PieceStream(Iterator<LargeElement.Piece> pieces) {
        this.pieces = pieces;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (left == 0) {
            if (!pieces.hasNext()) {
                return -1;
            }
            current.close();
            LargeElement.Piece next = pieces.next();
            current = next.value().open(next.offset(), next.length());
            left = next.length();
        }
        int count = current.read(into, offset, (int) Math.min(length, left));
        if (count < 0) {
            throw new EOFException("a value is shorter than it was");
        }
        left -= count;
        return count;
    }

    @Override
    public void close() throws IOException {
        current.close();
    }
}
