package org.aegle.dicom.image;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.util.Arrays;

/** Makes pictures smaller by the mean of the pixels that fall together: no line is lost as by leaving pixels out. */
final class Downscale {
    private Downscale() {}

    /** The picture fitted into a square; as it is when it fits already or the square has no side. */
    static BufferedImage fit(BufferedImage image, int side) {
        int longer = Math.max(image.getWidth(), image.getHeight());
        if (side <= 0 || longer <= side) {
            return image;
        }
        int width = Math.max(1, (int) Math.round((double) image.getWidth() * side / longer));
        int height = Math.max(1, (int) Math.round((double) image.getHeight() * side / longer));
        BufferedImage small = new BufferedImage(width, height, image.getType());
        int bands = image.getRaster().getNumBands();
        long[] sums = new long[width * bands];
        int[] line = new int[image.getWidth() * bands];
        WritableRaster target = small.getRaster();
        for (int y = 0; y < height; y++) {
            int from = (int) ((long) y * image.getHeight() / height);
            int to = Math.max(from + 1, (int) ((long) (y + 1) * image.getHeight() / height));
            Arrays.fill(sums, 0);
            for (int row = from; row < to; row++) {
                image.getRaster().getPixels(0, row, image.getWidth(), 1, line);
                addColumns(line, image.getWidth(), sums, width, bands);
            }
            target.setPixels(0, y, width, 1, means(sums, image.getWidth(), width, bands, to - from));
        }
        return small;
    }

    private static void addColumns(int[] line, int fullWidth, long[] sums, int width, int bands) {
        for (int x = 0; x < width; x++) {
            int from = firstColumn(x, fullWidth, width);
            int to = lastColumn(x, fullWidth, width);
            for (int column = from; column < to; column++) {
                for (int band = 0; band < bands; band++) {
                    sums[x * bands + band] += line[column * bands + band];
                }
            }
        }
    }

    private static int[] means(long[] sums, int fullWidth, int width, int bands, int rows) {
        int[] means = new int[sums.length];
        for (int x = 0; x < width; x++) {
            int count = (lastColumn(x, fullWidth, width) - firstColumn(x, fullWidth, width)) * rows;
            for (int band = 0; band < bands; band++) {
                means[x * bands + band] = (int) ((sums[x * bands + band] + count / 2) / count);
            }
        }
        return means;
    }

    private static int firstColumn(int x, int fullWidth, int width) {
        return (int) ((long) x * fullWidth / width);
    }

    private static int lastColumn(int x, int fullWidth, int width) {
        return Math.max(firstColumn(x, fullWidth, width) + 1, (int) ((long) (x + 1) * fullWidth / width));
    }
}
