package org.aegle.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.conscrypt.Conscrypt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SealingTest {
    private static final int SEGMENT = 4096;
    private static final byte[] KEY = random(32);
    private static final byte[] ASSOCIATED = {1, 2, 3};

    static Stream<Sealing> sealings() {
        return Stream.of(Sealing.fastest(32, SEGMENT), Sealing.portable(32, SEGMENT));
    }

    @ParameterizedTest
    @MethodSource("sealings")
    void tinkShouldOpenEveryLengthAroundTheSegments(Sealing sealing) throws Exception {
        int first = SEGMENT - 16 - 40;
        int next = SEGMENT - 16;
        for (int length : new int[] {0, 1, first - 1, first, first + 1, first + next - 1, first + next, 100_001}) {
            byte[] clear = random(length);
            byte[] sealed = seal(sealing, clear);
            assertEquals(sealed.length, sealing.sealedLength(length));
            assertArrayEquals(clear, open(sealed), length + " bytes");
        }
    }

    @ParameterizedTest
    @MethodSource("sealings")
    void segmentsThatAreCutOffOrSwappedShouldNotOpen(Sealing sealing) throws Exception {
        byte[] sealed = seal(sealing, random(5 * SEGMENT));
        assertThrows(IOException.class, () -> open(Arrays.copyOf(sealed, 3 * SEGMENT)));
        byte[] swapped = sealed.clone();
        System.arraycopy(sealed, SEGMENT, swapped, 2 * SEGMENT, SEGMENT);
        System.arraycopy(sealed, 2 * SEGMENT, swapped, SEGMENT, SEGMENT);
        assertThrows(IOException.class, () -> open(swapped));
    }

    @Test
    void digestShouldBeTheSameOnEveryPlatform() throws Exception {
        byte[] bytes = random(1_000_000);
        MessageDigest portable = Sealing.portable(32, SEGMENT).sha256();
        assertArrayEquals(
                portable.digest(bytes), Sealing.fastest(32, SEGMENT).sha256().digest(bytes));
    }

    @Test
    void nativeSealingShouldRunWhereItsLibraryIsShipped() {
        boolean shipped = System.getProperty("os.arch").equals("amd64");
        assertTrue(!shipped || Conscrypt.isAvailable());
    }

    private static byte[] seal(Sealing sealing, byte[] clear) throws Exception {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        try (OutputStream out = sealing.seal(sealed, KEY, ASSOCIATED)) {
            // Odd pieces, so that segments begin within them.
            for (int from = 0; from < clear.length; from += 1021) {
                out.write(clear, from, Math.min(1021, clear.length - from));
            }
        }
        return sealed.toByteArray();
    }

    private static byte[] open(byte[] sealed) throws Exception {
        StreamingAead tink = new AesGcmHkdfStreaming(KEY, "HmacSha256", 32, SEGMENT, 0);
        try (InputStream clear = tink.newDecryptingStream(new ByteArrayInputStream(sealed), ASSOCIATED)) {
            return clear.readAllBytes();
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
