package org.aegle.storage;

import com.google.crypto.tink.subtle.Hkdf;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Provider;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import org.conscrypt.Conscrypt;

/**
 * Seals objects on their way in and opens them on their way out, in the format of Tink's {@code AesGcmHkdfStreaming}
 * (AES-256-GCM in segments, keys by HKDF with HMAC-SHA-256). BoringSSL does it where it runs: what Java has for GCM
 * reaches its speed only after some hundred megabytes, and those who send or fetch just after a start would wait for that.
 */
final class Sealing {
    private static final int NONCE_PREFIX_BYTES = 7;
    private static final int TAG_BYTES = 16;

    private final Optional<Provider> provider;
    private final int keyBytes;
    private final int segmentBytes;

    private Sealing(Optional<Provider> provider, int keyBytes, int segmentBytes) {
        this.provider = provider;
        this.keyBytes = keyBytes;
        this.segmentBytes = segmentBytes;
    }

    /** The fastest that this platform has. */
    static Sealing fastest(int keyBytes, int segmentBytes) {
        return new Sealing(
                Conscrypt.isAvailable() ? Optional.of(Conscrypt.newProvider()) : Optional.empty(),
                keyBytes,
                segmentBytes);
    }

    /** The one that every Java has. */
    static Sealing portable(int keyBytes, int segmentBytes) {
        return new Sealing(Optional.empty(), keyBytes, segmentBytes);
    }

    MessageDigest sha256() throws GeneralSecurityException {
        return provider.isPresent()
                ? MessageDigest.getInstance("SHA-256", provider.get())
                : MessageDigest.getInstance("SHA-256");
    }

    /** What is written to the answer comes out sealed; closing it writes the last segment and leaves {@code out} open. */
    OutputStream seal(OutputStream out, byte[] key, byte[] associated) throws IOException, GeneralSecurityException {
        byte[] salt = com.google.crypto.tink.subtle.Random.randBytes(keyBytes);
        byte[] prefix = com.google.crypto.tink.subtle.Random.randBytes(NONCE_PREFIX_BYTES);
        byte[] header = ByteBuffer.allocate(1 + keyBytes + NONCE_PREFIX_BYTES)
                .put((byte) (1 + keyBytes + NONCE_PREFIX_BYTES))
                .put(salt)
                .put(prefix)
                .array();
        byte[] derived = Hkdf.computeHkdf("HmacSha256", key, salt, associated, keyBytes);
        try {
            out.write(header);
            return new SealingStream(out, gcm(), derived, prefix, segmentBytes, header.length);
        } finally {
            Arrays.fill(derived, (byte) 0);
        }
    }

    /**
     * What was sealed, in the clear and from any position on; closing it closes {@code sealed}.
     *
     * @throws IOException when it cannot be read
     * @throws GeneralSecurityException when what stands before its segments is of no sealed object
     */
    SeekableByteChannel open(SeekableByteChannel sealed, byte[] key, byte[] associated)
            throws IOException, GeneralSecurityException {
        ByteBuffer header = ByteBuffer.allocate(1 + keyBytes + NONCE_PREFIX_BYTES);
        while (header.hasRemaining() && sealed.read(header) >= 0) {
            // A channel may give less than it is asked for.
        }
        if (header.hasRemaining() || header.get(0) != header.capacity()) {
            throw new GeneralSecurityException("no sealed object");
        }
        byte[] bytes = header.array();
        byte[] salt = Arrays.copyOfRange(bytes, 1, 1 + keyBytes);
        byte[] prefix = Arrays.copyOfRange(bytes, 1 + keyBytes, bytes.length);
        byte[] derived = Hkdf.computeHkdf("HmacSha256", key, salt, associated, keyBytes);
        try {
            return new OpenedChannel(sealed, gcm(), derived, prefix, segmentBytes, bytes.length);
        } finally {
            Arrays.fill(derived, (byte) 0);
        }
    }

    /** Bytes that so many in the clear become. */
    long sealedLength(long length) {
        long withHeader = 1L + keyBytes + NONCE_PREFIX_BYTES + length;
        long inSegment = segmentBytes - TAG_BYTES;
        long segments = (withHeader + inSegment - 1) / inSegment;
        return withHeader + segments * TAG_BYTES;
    }

    private Cipher gcm() throws GeneralSecurityException {
        return provider.isPresent()
                ? Cipher.getInstance("AES/GCM/NoPadding", provider.get())
                : Cipher.getInstance("AES/GCM/NoPadding");
    }
}
