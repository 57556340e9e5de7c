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
 * several at once when much is asked for, and each is checked as a whole before a byte of it is given. One thread.
 */
final class OpenedChannel implements SeekableByteChannel {
    private static final int TAG_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final int READ_AT_ONCE = 16;

    private final SeekableByteChannel sealed;
    private final Cipher cipher;
    private final SecretKey key;
    private final byte[] prefix;
    private final int header;
    private final long sealedSize;
    private final int segments;
    private final int segmentBytes;
    private final byte[] segment;
    private final byte[] clear;
    // Sealed segments as they were read, one after the other from the first on.
    private ByteBuffer read = ByteBuffer.allocate(0);
    private int firstRead;
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
        this.segmentBytes = segmentBytes;
        this.segment = new byte[segmentBytes];
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
        int capacity = segmentBytes - TAG_BYTES;
        while (into.hasRemaining() && position < size()) {
            int number = (int) ((position + header) / capacity);
            int from = (int) ((position + header) % capacity) - (number == 0 ? header : 0);
            position += copyInto(into, number, from);
        }
        int count = into.position() - before;
        return count == 0 && into.hasRemaining() ? -1 : count;
    }

    private int copyInto(ByteBuffer into, int number, int from) throws IOException {
        if (number != loaded) {
            loaded = -1;
            clearLength = open(number, require(number, into.remaining()));
            loaded = number;
        }
        int count = Math.min(into.remaining(), clearLength - from);
        into.put(clear, from, count);
        return count;
    }

    /** Where a sealed segment lies among those that were read; it is read, with what will be asked for next, if it is not there. */
    private int require(int number, int wanted) throws IOException {
        if (number < firstRead || number >= firstRead + segmentsRead()) {
            int count = Math.min(Math.min(READ_AT_ONCE, segments - number), wanted / segmentBytes + 1);
            long start = (long) number * segmentBytes;
            int bytes = (int) Math.min((long) count * segmentBytes, sealedSize - start);
            if (read.capacity() < bytes) {
                read = ByteBuffer.allocate(bytes);
            }
            read.clear().limit(bytes);
            firstRead = number;
            sealed.position(start);
            while (read.hasRemaining()) {
                if (sealed.read(read) < 0) {
                    throw new EOFException("the object is cut off");
                }
            }
        }
        return (number - firstRead) * segmentBytes;
    }

    private int segmentsRead() {
        return (read.position() + segmentBytes - 1) / segmentBytes;
    }

    /** From one array of a segment's length into another: a native cipher copies the whole arrays that it is given. */
    private int open(int number, int at) throws IOException {
        int from = at + (number == 0 ? header : 0);
        int length = Math.min(at + segmentBytes, read.limit()) - from;
        System.arraycopy(read.array(), from, segment, 0, length);
        byte[] nonce = ByteBuffer.allocate(NONCE_BYTES)
                .put(prefix)
                .putInt(number)
                .put((byte) (number == segments - 1 ? 1 : 0))
                .array();
        try {
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
            return cipher.doFinal(segment, 0, length, clear, 0);
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
