package org.aegle.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OpenedChannelTest {
    private static final int SEGMENT = 4096;
    private static final int FIRST = SEGMENT - 16 - 40;
    private static final int NEXT = SEGMENT - 16;
    private static final byte[] KEY = random(32);
    private static final byte[] ASSOCIATED = {1, 2, 3};

    @TempDir
    private Path folder;

    static Stream<Sealing> sealings() {
        return Stream.of(Sealing.fastest(32, SEGMENT), Sealing.portable(32, SEGMENT));
    }

    @ParameterizedTest
    @MethodSource("sealings")
    void everyLengthAroundTheSegmentsShouldOpenAsTinkSealedIt(Sealing sealing) throws Exception {
        for (int length : new int[] {0, 1, FIRST - 1, FIRST, FIRST + 1, FIRST + NEXT - 1, FIRST + NEXT, 100_001}) {
            byte[] clear = random(length);
            try (SeekableByteChannel opened = open(sealing, sealed(clear))) {
                assertEquals(length, opened.size());
                assertArrayEquals(clear, Channels.newInputStream(opened).readAllBytes(), length + " bytes");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("sealings")
    void anyRangeShouldBeReadable(Sealing sealing) throws Exception {
        byte[] clear = random(100_001);
        Random random = new Random(11);
        try (SeekableByteChannel opened = open(sealing, sealed(clear))) {
            for (int i = 0; i < 500; i++) {
                int from = random.nextInt(clear.length);
                int length = random.nextInt(Math.min(20_000, clear.length - from));
                opened.position(from);
                InputStream in = Channels.newInputStream(opened);
                assertArrayEquals(Arrays.copyOfRange(clear, from, from + length), in.readNBytes(length));
            }
            opened.position(clear.length + 5);
            assertEquals(-1, Channels.newInputStream(opened).read());
        }
    }

    @ParameterizedTest
    @MethodSource("sealings")
    void flippedBitShouldNotBeServedWhereverItIs(Sealing sealing) throws Exception {
        byte[] sealed = sealed(random(3 * SEGMENT));
        for (int at : new int[] {0, 5, 35, 40, SEGMENT - 1, SEGMENT, 2 * SEGMENT + 100, sealed.length - 1}) {
            byte[] flipped = sealed.clone();
            flipped[at] ^= 1;
            assertDamaged(() -> readAll(sealing, flipped), "byte " + at);
        }
    }

    @ParameterizedTest
    @MethodSource("sealings")
    void whatIsCutOffOrSwappedShouldNotOpen(Sealing sealing) throws Exception {
        byte[] sealed = sealed(random(5 * SEGMENT));
        for (int length : new int[] {0, 10, 40, 50, SEGMENT, 3 * SEGMENT, 3 * SEGMENT + 7, sealed.length - 1}) {
            assertDamaged(() -> readAll(sealing, Arrays.copyOf(sealed, length)), length + " bytes");
        }
        byte[] swapped = sealed.clone();
        System.arraycopy(sealed, SEGMENT, swapped, 2 * SEGMENT, SEGMENT);
        System.arraycopy(sealed, 2 * SEGMENT, swapped, SEGMENT, SEGMENT);
        assertThrows(IOException.class, () -> readAll(sealing, swapped));
    }

    @ParameterizedTest
    @MethodSource("sealings")
    void objectShouldNotOpenUnderAnotherName(Sealing sealing) throws Exception {
        SeekableByteChannel file = file(sealed(random(100)));
        try (SeekableByteChannel opened = sealing.open(file, KEY, new byte[] {9})) {
            assertThrows(
                    IOException.class, () -> Channels.newInputStream(opened).readAllBytes());
        }
    }

    private byte[] readAll(Sealing sealing, byte[] sealed) throws Exception {
        try (SeekableByteChannel file = file(sealed);
                SeekableByteChannel opened = sealing.open(file, KEY, ASSOCIATED)) {
            return Channels.newInputStream(opened).readAllBytes();
        }
    }

    /** Before the segments it is the key that does not fit, within them the bytes. */
    private static void assertDamaged(Executable reading, String where) {
        Exception told = assertThrows(Exception.class, reading, where);
        assertTrue(told instanceof IOException || told instanceof GeneralSecurityException, where + ": " + told);
    }

    private SeekableByteChannel open(Sealing sealing, byte[] sealed) throws Exception {
        return sealing.open(file(sealed), KEY, ASSOCIATED);
    }

    private SeekableByteChannel file(byte[] bytes) throws IOException {
        return FileChannel.open(Files.write(Files.createTempFile(folder, "object", ""), bytes));
    }

    private static byte[] sealed(byte[] clear) throws Exception {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        AesGcmHkdfStreaming tink = new AesGcmHkdfStreaming(KEY, "HmacSha256", 32, SEGMENT, 0);
        try (OutputStream out = tink.newEncryptingStream(sealed, ASSOCIATED)) {
            out.write(clear);
        }
        return sealed.toByteArray();
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
