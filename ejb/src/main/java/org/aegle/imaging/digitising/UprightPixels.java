package org.aegle.imaging.digitising;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The samples of a page as native pixel data, upright: row by row, colours by pixel, little endian. A band of it is
 * decoded at a time, so that a page of any size costs little memory. For one thread. PS3.5 8.1.
 */
final class UprightPixels extends InputStream {
    private final PageReader reader;
    private final int page;
    private final PageLayout layout;
    private final Orientation orientation;
    private final int columns;
    private final int rows;
    private final int most;
    private InputStream band = InputStream.nullInputStream();
    private int nextRow;

    UprightPixels(PageReader reader, int page, PageLayout layout, Orientation orientation) {
        this(reader, page, layout, orientation, layout.band(orientation.swaps() ? layout.height() : layout.width()));
    }

    /** @param most rows that are decoded at once */
    UprightPixels(PageReader reader, int page, PageLayout layout, Orientation orientation, int most) {
        this.reader = reader;
        this.page = page;
        this.layout = layout;
        this.orientation = orientation;
        this.columns = orientation.swaps() ? layout.height() : layout.width();
        this.rows = orientation.swaps() ? layout.width() : layout.height();
        this.most = most;
    }

    int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = band.read(into, offset, length);
        if (count < 0 && nextRow < rows) {
            int height = Math.min(most, rows - nextRow);
            band = new ByteArrayInputStream(decode(nextRow, height));
            nextRow += height;
            count = band.read(into, offset, length);
        }
        return count;
    }

    private byte[] decode(int firstRow, int height) throws IOException {
        int start = orientation.bandStart(firstRow, height, rows);
        Rectangle part = orientation.swaps()
                ? new Rectangle(start, 0, height, layout.height())
                : new Rectangle(0, start, layout.width(), height);
        BufferedImage decoded = reader.band(page, part);
        PixelRow pixels = new PixelRow(decoded, layout.samples());
        int[] row = new int[part.width];
        byte[] samples = new byte[columns * height * layout.samples().bytesPerPixel()];
        for (int y = 0; y < part.height; y++) {
            pixels.read(y, row);
            for (int x = 0; x < part.width; x++) {
                int column = orientation.column(part.x + x, part.y + y, columns);
                int upright = orientation.row(part.x + x, part.y + y, rows) - firstRow;
                put(samples, upright * columns + column, row[x]);
            }
        }
        return samples;
    }

    private void put(byte[] samples, int pixel, int value) {
        switch (layout.samples()) {
            case GRAY_8 -> samples[pixel] = (byte) value;
            case GRAY_16 -> {
                samples[2 * pixel] = (byte) value;
                samples[2 * pixel + 1] = (byte) (value >> 8);
            }
            case RGB_8 -> {
                samples[3 * pixel] = (byte) (value >> 16);
                samples[3 * pixel + 1] = (byte) (value >> 8);
                samples[3 * pixel + 2] = (byte) value;
            }
        }
    }
}
