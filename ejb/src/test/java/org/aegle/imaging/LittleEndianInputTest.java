package org.aegle.imaging;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LittleEndianInputTest {
    private static final int WORDS = 20_000;

    private final ByteBuffer big = ByteBuffer.allocate(WORDS * 4).order(ByteOrder.BIG_ENDIAN);
    private final ByteBuffer little = ByteBuffer.allocate(WORDS * 4).order(ByteOrder.LITTLE_ENDIAN);

    LittleEndianInputTest() {
        for (int i = 0; i < WORDS; i++) {
            big.putInt(i * 77_777_777);
            little.putInt(i * 77_777_777);
        }
    }

    @Test
    void wordsShouldComeInLittleEndianOrder() throws IOException {
        assertArrayEquals(little.array(), input().readAllBytes());
    }

    @Test
    void skippingShouldNotDisplaceTheOrder() throws IOException {
        for (int from : new int[] {0, 1, 2, 3, 8191, 8193, 79_999}) {
            LittleEndianInput in = input();
            in.skipNBytes(from);
            assertEquals(little.array()[from] & 0xFF, in.read());
            assertArrayEquals(Arrays.copyOfRange(little.array(), from + 1, WORDS * 4), in.readAllBytes());
        }
    }

    private LittleEndianInput input() {
        return new LittleEndianInput(new ByteArrayInputStream(big.array()), 4);
    }
}
