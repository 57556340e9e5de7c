package org.aegle.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts segment by segment. The nonce of each has its number and whether it is the last, so that none can be left
 * out, repeated, moved or cut off.
 */
final class SealingStream extends OutputStream {
    private static final int TAG_BYTES = 16;
    private static final int NONCE_BYTES = 12;

    private final OutputStream out;
    private final Cipher cipher;
    private final SecretKey key;
    private final byte[] prefix;
    private final byte[] clear;
    private final byte[] sealed;
    private int room;
    private int filled;
    private int number;
    private boolean closed;

    /**
     * @param segmentBytes length of a sealed segment; the first is shorter by {@code headerBytes}, which were written
     */
    SealingStream(OutputStream out, Cipher cipher, byte[] key, byte[] prefix, int segmentBytes, int headerBytes) {
        this.out = out;
        this.cipher = cipher;
        this.key = new SecretKeySpec(key, "AES");
        this.prefix = prefix;
        this.clear = new byte[segmentBytes - TAG_BYTES];
        this.sealed = new byte[segmentBytes];
        this.room = clear.length - headerBytes;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int from = offset;
        int left = length;
        while (left > 0) {
            // A full segment waits for a byte after it, or the end: the last one is marked.
            if (filled == room) {
                seal(false);
            }
            int count = Math.min(left, room - filled);
            System.arraycopy(bytes, from, clear, filled, count);
            filled += count;
            from += count;
            left -= count;
        }
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            seal(true);
        }
    }

    private void seal(boolean last) throws IOException {
        byte[] nonce = ByteBuffer.allocate(NONCE_BYTES)
                .put(prefix)
                .putInt(number)
                .put((byte) (last ? 1 : 0))
                .array();
        number = Math.incrementExact(number);
        try {
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
            out.write(sealed, 0, cipher.doFinal(clear, 0, filled, sealed));
        } catch (GeneralSecurityException e) {
            throw new IOException("cannot seal a segment", e);
        }
        filled = 0;
        room = clear.length;
    }
}
