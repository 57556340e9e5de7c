package org.aegle.dicom.image;

import java.io.IOException;
import java.io.InputStream;

/** The samples of one frame behind the other, as native pixel data has them. For one thread. PS3.5 8.1.1. */
final class FrameStream extends InputStream {
    private final int count;
    private final boolean packed;
    private final Frames frames;
    private final BitPacker packer = new BitPacker();
    private byte[] samples = {};
    private int position;
    private int number;

    /** Gives a frame, counted from 1. */
    interface Frames {
        Frame get(int number) throws IOException;
    }

    /**
     * Frames, each fetched when its turn comes.
     *
     * @param packed samples of one bit, to be packed
     */
    FrameStream(int count, boolean packed, Frames frames) {
        this.count = count;
        this.packed = packed;
        this.frames = frames;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (position == samples.length) {
            if (number == count) {
                return -1;
            }
            fetch();
        }
        int part = Math.min(length, samples.length - position);
        System.arraycopy(samples, position, target, offset, part);
        position += part;
        return part;
    }

    private void fetch() throws IOException {
        byte[] cells = frames.get(number + 1).samples();
        number++;
        samples = packed ? packer.pack(cells, number == count) : cells;
        position = 0;
    }
}
