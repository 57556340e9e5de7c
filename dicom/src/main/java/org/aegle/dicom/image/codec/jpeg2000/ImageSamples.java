package org.aegle.dicom.image.codec.jpeg2000;

import org.aegle.dicom.image.Frame;
import org.aegle.dicom.image.FrameException;
import org.aegle.dicom.image.FrameException.MalformedFrame;
import org.aegle.dicom.image.PixelFormat;
import org.aegle.dicom.image.codec.FrameCells;

/**
 * Takes decoded tiles into a frame: undoes the level shift, keeps samples in their range and repeats those of subsampled
 * components. Not thread safe. ITU-T T.800 G.1, B.2.
 */
final class ImageSamples {
    private final ImageSize size;
    private final PixelFormat format;
    private final int gridX;
    private final int gridY;
    private final Area pixels;
    private final FrameCells cells;

    /**
     * Begins with an empty frame.
     *
     * @throws MalformedFrame when the attributes tell another size
     */
    ImageSamples(ImageSize size, PixelFormat format) throws FrameException {
        this.size = size;
        this.format = format;
        this.gridX = size.components().stream()
                .mapToInt(ImageSize.Component::dx)
                .min()
                .orElse(1);
        this.gridY = size.components().stream()
                .mapToInt(ImageSize.Component::dy)
                .min()
                .orElse(1);
        this.pixels = size.image().divided(gridX, gridY);
        int precision = 0;
        for (ImageSize.Component component : size.components()) {
            precision = Math.max(precision, component.precision());
            if (component.dx() % gridX != 0 || component.dy() % gridY != 0) {
                throw new MalformedFrame("components of sizes that do not suit each other");
            }
        }
        FrameCells.requireAgreement(
                format, pixels.height(), pixels.width(), size.components().size(), precision);
        this.cells = new FrameCells(format, photometric(format));
    }

    /** The transforms of T.800 end here; the samples before them were RGB. PS3.3 C.7.6.3.1.2. */
    private static String photometric(PixelFormat format) {
        return switch (format.photometric()) {
            case "YBR_RCT", "YBR_ICT" -> "RGB";
            default -> format.photometric();
        };
    }

    /** Takes a component of a tile. */
    void put(int index, Area samples, Area tile, CoefficientPlane plane) {
        ImageSize.Component component = size.components().get(index);
        Area target = tile.divided(gridX, gridY);
        int factorX = component.dx() / gridX;
        int factorY = component.dy() / gridY;
        if (samples.isEmpty() || target.isEmpty()) {
            return;
        }
        int[] row = new int[samples.width()];
        int[] spread = factorX == 1 ? row : new int[target.width()];
        int last = -1;
        for (int y = target.y0(); y < target.y1(); y++) {
            int sampleRow = nearest(y, factorY, samples.y0(), samples.y1());
            if (sampleRow != last) {
                plane.row(sampleRow, row);
                shift(row, component);
                last = sampleRow;
            }
            if (factorX > 1) {
                for (int x = 0; x < spread.length; x++) {
                    spread[x] = row[nearest(target.x0() + x, factorX, samples.x0(), samples.x1())];
                }
            }
            cells.put(y - pixels.y0(), target.x0() - pixels.x0(), index, spread, 0, target.width());
        }
    }

    private static int nearest(int pixel, int factor, int first, int end) {
        return Math.max(first, Math.min(end - 1, pixel / factor)) - first;
    }

    private static void shift(int[] row, ImageSize.Component component) {
        int precision = component.precision();
        long half = 1L << precision - 1;
        int offset = component.signed() ? 0 : (int) half;
        int least = (int) (component.signed() ? -half : 0);
        int most = (int) Math.min(Integer.MAX_VALUE, component.signed() ? half - 1 : 2 * half - 1);
        for (int x = 0; x < row.length; x++) {
            row[x] = Math.max(least, Math.min(most, row[x] + offset));
        }
    }

    Frame toFrame() {
        if (size.components().size() < format.samples()) {
            cells.repeatFirstComponent();
        }
        return cells.toFrame();
    }
}
