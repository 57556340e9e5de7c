package org.aegle.imaging;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Words in big endian order turned into little endian ones. PS3.5 7.3. */
final class LittleEndianInput extends FilterInputStream {
    private static final int BLOCK = 8192;

    private final int word;
    private byte[] block = {};
    private int position;

    /** @param word bytes of a word */
    LittleEndianInput(InputStream bigEndian, int word) {
        super(bigEndian);
        this.word = word;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (position == block.length) {
            fill();
        }
        if (block.length == 0) {
            return length == 0 ? 0 : -1;
        }
        int count = Math.min(length, block.length - position);
        System.arraycopy(block, position, into, offset, count);
        position += count;
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        long skipped = 0;
        byte[] passed = new byte[(int) Math.min(BLOCK, Math.max(1, count))];
        while (skipped < count) {
            int read = read(passed, 0, (int) Math.min(passed.length, count - skipped));
            if (read < 0) {
                break;
            }
            skipped += read;
        }
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void fill() throws IOException {
        block = in.readNBytes(BLOCK);
        position = 0;
        for (int start = 0; start + word <= block.length; start += word) {
            for (int i = start, j = start + word - 1; i < j; i++, j--) {
                byte b = block[i];
                block[i] = block[j];
                block[j] = b;
            }
        }
    }
}
