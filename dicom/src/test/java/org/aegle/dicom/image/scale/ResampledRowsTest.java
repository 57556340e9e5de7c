package org.aegle.dicom.image.scale;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResampledRowsTest {
    private record Pattern(int columns, int rows, int bands, int maximum, IntBinaryOperator value)
            implements PixelRows {
        @Override
        public void read(int row, int[] samples) {
            for (int i = 0; i < columns * bands; i++) {
                samples[i] = value.applyAsInt(i, row);
            }
        }
    }

    private static AxisSampling whole(int source, int target) {
        return new AxisSampling(0, source, target, false);
    }

    private static int[][] resampled(PixelRows source, int columns, int rows) {
        PixelRows picture = new ResampledRows(source, whole(source.columns(), columns), whole(source.rows(), rows));
        int[][] samples = new int[rows][columns * source.bands()];
        for (int row = 0; row < rows; row++) {
            picture.read(row, samples[row]);
        }
        return samples;
    }

    @ParameterizedTest
    @CsvSource({"100, 7", "7, 100", "4096, 256", "5, 5", "1, 9", "9, 1", "3, 2", "1000, 999"})
    void weightsShouldAddUpToOne(int source, int target) {
        AxisWeights axis = AxisWeights.of(new AxisSampling(source * 0.1, source * 0.85, target, true), source);
        for (int i = 0; i < target; i++) {
            double sum = 0;
            for (int k = 0; k < axis.count(i); k++) {
                sum += axis.weight(i, k);
            }
            assertEquals(1, sum, 1e-5);
            assertTrue(axis.first(i) >= 0 && axis.first(i) + axis.count(i) <= source);
        }
    }

    @Test
    void smallerPicturesShouldBeMeansOfTheirArea() {
        PixelRows source = new Pattern(3, 3, 1, 255, (x, y) -> 90 * y + 30 * x);
        // Each of the four covers a whole pixel, halves of two and a quarter of one: (4 a + 2 b + 2 c + d) / 9.
        assertArrayEquals(new int[][] {{40, 80}, {160, 200}}, resampled(source, 2, 2));
        assertArrayEquals(new int[][] {{120}}, resampled(source, 1, 1));
    }

    @Test
    void singleBrightPixelsShouldNotGetLost() {
        PixelRows source = new Pattern(1024, 1024, 1, 65535, (x, y) -> x == 517 && y == 301 ? 65535 : 0);
        int[][] small = resampled(source, 64, 64);
        assertEquals(65535 / 256, small[301 / 16][517 / 16], 1);
        assertEquals(255, Arrays.stream(small).flatMapToInt(Arrays::stream).sum(), 1);
    }

    /**
     * By hand at 0.75, 1.25, 1.75 and 2.25: 160 times -0.0703, 0.2031, 0.7969 and 1.0703; what is below black is cut, the
     * last pixel counts beyond the edge.
     */
    @Test
    void largerPicturesShouldBeCubic() {
        PixelRows source = new Pattern(4, 1, 1, 255, (x, y) -> new int[] {0, 0, 160, 160}[x]);
        AxisSampling middle = new AxisSampling(1, 2, 4, false);
        PixelRows picture = new ResampledRows(source, middle, whole(1, 1));
        int[] samples = new int[4];
        picture.read(0, samples);
        assertArrayEquals(new int[] {0, 33, 128, 171}, samples);
    }

    @Test
    void picturesOfOneShadeShouldKeepIt() {
        for (int[] size : new int[][] {{3, 5}, {64, 64}, {100, 31}}) {
            PixelRows source = new Pattern(30, 20, 3, 255, (x, y) -> new int[] {10, 128, 255}[x % 3]);
            for (int[] row : resampled(source, size[0], size[1])) {
                for (int i = 0; i < row.length; i++) {
                    assertEquals(new int[] {10, 128, 255}[i % 3], row[i]);
                }
            }
        }
    }

    @Test
    void rowsMayBeReadInAnyOrder() {
        PixelRows source = new Pattern(10, 40, 1, 255, (x, y) -> 6 * y);
        PixelRows picture = new ResampledRows(source, whole(10, 5), whole(40, 10));
        int[] samples = new int[5];
        for (int row : new int[] {9, 0, 5, 5, 1}) {
            picture.read(row, samples);
            assertEquals(24 * row + 9, samples[0]);
        }
    }

    @Test
    void samplingsWithoutSenseShouldBeRefused() {
        assertThrows(IllegalArgumentException.class, () -> new AxisSampling(0, 0, 1, false));
        assertThrows(IllegalArgumentException.class, () -> new AxisSampling(0, 1, 0, false));
        assertThrows(IllegalArgumentException.class, () -> new AxisSampling(-1, 1, 1, false));
    }
}
