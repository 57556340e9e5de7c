package org.aegle.storage;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What {@link SealingStream} wrote, in the clear and from any position on: only the segments that are asked for are read,
 * and each is checked as a whole before a byte of it is given. One thread.
 */
final class OpenedChannel implements SeekableByteChannel {
    private static final int TAG_BYTES = 16;
    private static final int NONCE_BYTES = 12;

    private final SeekableByteChannel sealed;
    private final Cipher cipher;
    private final SecretKey key;
    private final byte[] prefix;
    private final int header;
    private final long sealedSize;
    private final int segments;
    private final ByteBuffer segment;
    private final byte[] clear;
    private int loaded = -1;
    private int clearLength;
    private long position;

    /**
     * @param key of the object's segments
     * @param prefix first bytes of each nonce
     * @param segmentBytes length of a sealed segment; the first begins with {@code headerBytes} that are none of it
     * @throws IOException when there cannot be whole segments
     */
    OpenedChannel(
            SeekableByteChannel sealed, Cipher cipher, byte[] key, byte[] prefix, int segmentBytes, int headerBytes)
            throws IOException {
        this.sealed = sealed;
        this.cipher = cipher;
        this.key = new SecretKeySpec(key, "AES");
        this.prefix = prefix.clone();
        this.header = headerBytes;
        this.sealedSize = sealed.size();
        this.segments = Math.toIntExact((sealedSize + segmentBytes - 1) / segmentBytes);
        this.segment = ByteBuffer.allocate(segmentBytes);
        this.clear = new byte[segmentBytes];
        if (size() < 0 || sealedSize - (segments - 1L) * segmentBytes < TAG_BYTES) {
            throw new EOFException("the object is cut off");
        }
    }

    @Override
    public long size() {
        return sealedSize - header - (long) segments * TAG_BYTES;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long newPosition) {
        if (newPosition < 0) {
            throw new IllegalArgumentException("position " + newPosition);
        }
        position = newPosition;
        return this;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (!isOpen()) {
            throw new ClosedChannelException();
        }
        int before = into.position();
        while (into.hasRemaining() && position < size()) {
            int capacity = segment.capacity() - TAG_BYTES;
            int number = (int) ((position + header) / capacity);
            load(number);
            int from = (int) ((position + header) % capacity) - (number == 0 ? header : 0);
            int count = Math.min(into.remaining(), clearLength - from);
            into.put(clear, from, count);
            position += count;
        }
        int read = into.position() - before;
        return read == 0 && into.hasRemaining() ? -1 : read;
    }

    private void load(int number) throws IOException {
        if (number == loaded) {
            return;
        }
        loaded = -1;
        long start = (long) number * segment.capacity();
        segment.clear().limit((int) Math.min(segment.capacity(), sealedSize - start));
        sealed.position(start);
        while (segment.hasRemaining()) {
            if (sealed.read(segment) < 0) {
                throw new EOFException("the object is cut off");
            }
        }
        clearLength = open(number, number == 0 ? header : 0, segment.position());
        loaded = number;
    }

    private int open(int number, int from, int to) throws IOException {
        byte[] nonce = ByteBuffer.allocate(NONCE_BYTES)
                .put(prefix)
                .putInt(number)
                .put((byte) (number == segments - 1 ? 1 : 0))
                .array();
        try {
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
            return cipher.doFinal(segment.array(), from, to - from, clear);
        } catch (GeneralSecurityException e) {
            throw new IOException("segment " + number + " is not what was written", e);
        }
    }

    @Override
    public boolean isOpen() {
        return sealed.isOpen();
    }

    @Override
    public void close() throws IOException {
        sealed.close();
    }

    @Override
    public int write(ByteBuffer from) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new NonWritableChannelException();
    }
}
