package org.aegle.dicom.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VoiFunctionTest {
    /** By hand from the equations of PS3.3 C.11.2.1.2.1, C.11.2.1.3.1 and C.11.2.1.3.2, for output from 0 to 1. */
    @ParameterizedTest
    @CsvSource({
        // x <= c - 0.5 - (w-1)/2: 0; x > c - 0.5 + (w-1)/2: 1; else (x - (c-0.5)) / (w-1) + 0.5
        "LINEAR, 2048, 4096, 0, 0",
        "LINEAR, 2048, 4096, 1, 0.000244200244",
        "LINEAR, 2048, 4096, 2047.5, 0.5",
        "LINEAR, 2048, 4096, 4094, 0.999755799756",
        "LINEAR, 2048, 4096, 4095, 1",
        "LINEAR, 2048, 4096, 5000, 1",
        "LINEAR, 2048, 1, 2047, 0",
        "LINEAR, 2048, 1, 2047.5, 0",
        "LINEAR, 2048, 1, 2047.6, 1",
        "LINEAR, 2048, 1, 2048, 1",
        "LINEAR, 0, 100, -50, 0",
        "LINEAR, 0, 100, -49, 0.010101010101",
        "LINEAR, 0, 100, 48, 0.989898989899",
        "LINEAR, 0, 100, 49, 1",
        "LINEAR, 0, 2, -1, 0",
        "LINEAR, 0, 2, -0.5, 0.5",
        "LINEAR, 0, 2, 0, 1",
        // x <= c - w/2: 0; x > c + w/2: 1; else (x - c) / w + 0.5
        "LINEAR_EXACT, 2048, 4096, 0, 0",
        "LINEAR_EXACT, 2048, 4096, 1024, 0.25",
        "LINEAR_EXACT, 2048, 4096, 2048, 0.5",
        "LINEAR_EXACT, 2048, 4096, 4096, 1",
        "LINEAR_EXACT, 2048, 1, 2047.5, 0",
        "LINEAR_EXACT, 2048, 1, 2048, 0.5",
        "LINEAR_EXACT, 2048, 1, 2048.5, 1",
        "LINEAR_EXACT, 0, 100, -50, 0",
        "LINEAR_EXACT, 0, 100, 25, 0.75",
        "LINEAR_EXACT, 1, 0.5, 1.125, 0.75",
        // 1 / (1 + exp(-4 (x - c) / w))
        "SIGMOID, 100, 40, 100, 0.5",
        "SIGMOID, 100, 40, 110, 0.731058578630",
        "SIGMOID, 100, 40, 90, 0.268941421370",
        "SIGMOID, 100, 40, 120, 0.880797077978",
        "SIGMOID, 100, 40, 500, 1"
    })
    void shadesShouldFollowTheEquationsOfTheStandard(
            VoiFunction function, double center, double width, double value, double shade) {
        Window window = new Window(center, width, function);
        assertEquals(shade, window.shades().applyAsDouble(value), 1e-12);
    }

    @ParameterizedTest
    @CsvSource({"LINEAR, 0.99", "LINEAR, -1", "LINEAR_EXACT, 0", "SIGMOID, 0", "SIGMOID, -5", "LINEAR, NaN"})
    void widthsWithoutSenseShouldBeRefused(VoiFunction function, double width) {
        assertThrows(IllegalArgumentException.class, () -> new Window(10, width, function));
    }

    @Test
    void functionsShouldBeFoundByTheirParameter() {
        assertEquals(Optional.of(VoiFunction.LINEAR), VoiFunction.find("linear"));
        assertEquals(Optional.of(VoiFunction.LINEAR_EXACT), VoiFunction.find("linear-exact"));
        assertEquals(Optional.of(VoiFunction.SIGMOID), VoiFunction.find("sigmoid"));
        assertEquals(Optional.empty(), VoiFunction.find("LINEAR"));
        assertEquals(VoiFunction.LINEAR, VoiFunction.ofTerm(""));
    }
}
