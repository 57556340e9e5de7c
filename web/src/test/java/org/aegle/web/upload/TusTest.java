package org.aegle.web.upload;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.aegle.web.Requests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TusTest {
    @Test
    void requestWithoutTheVersionShouldBeRefusedWith412() {
        assertEquals(
                412,
                assertThrows(TusError.class, () -> Tus.requireVersion(Requests.with(Map.of())))
                        .status());
        assertThrows(TusError.class, () -> Tus.requireVersion(Requests.with(Map.of("Tus-Resumable", "0.2.2"))));
        assertDoesNotThrow(() -> Tus.requireVersion(Requests.with(Map.of("tus-resumable", "1.0.0"))));
    }

    @Test
    void numberShouldBeReadUpToSixtyThreeBits() {
        assertEquals(0, number("0"));
        assertEquals(Long.MAX_VALUE, number(" 9223372036854775807 "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1.5", "0x10", "9223372036854775808", "seven"})
    void whatIsNoLengthShouldBeRefusedWith400(String text) {
        assertEquals(400, assertThrows(TusError.class, () -> number(text)).status());
    }

    @Test
    void pieceOfAnotherContentTypeShouldBeRefusedWith415() {
        assertEquals(
                415,
                assertThrows(
                                TusError.class,
                                () -> Tus.requireContentType(
                                        Requests.with(Map.of("Content-Type", "application/octet-stream"))))
                        .status());
        assertDoesNotThrow(
                () -> Tus.requireContentType(Requests.with(Map.of("Content-Type", "application/offset+octet-stream"))));
    }

    private static long number(String text) {
        return Tus.requireNumber(Requests.with(Map.of("Upload-Length", text)), Tus.LENGTH);
    }
}
