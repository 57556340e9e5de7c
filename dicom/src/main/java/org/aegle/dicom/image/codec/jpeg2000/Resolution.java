package org.aegle.dicom.image.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;
import org.aegle.dicom.image.FrameException.MalformedFrame;

/**
 * A resolution of a tile-component: its subbands and its precincts, which are made when a packet first needs them, so
 * that no header can ask for more than its data pays for. Not thread safe. ITU-T T.800 B.5 to B.7.
 */
final class Resolution {
    private static final long MAXIMUM_PRECINCTS = 1L << 24;

    private final Area area;
    private final List<Subband> subbands;
    private final int widthExponent;
    private final int heightExponent;
    private final int blockWidthExponent;
    private final int blockHeightExponent;
    private final boolean lowest;
    private final int columns;
    private final Precinct[] precincts;

    Resolution(int number, Area area, List<Subband> subbands, CodingStyle style) throws MalformedFrame {
        this.area = area;
        this.subbands = subbands;
        this.lowest = number == 0;
        this.widthExponent = style.precinctWidthExponent(number);
        this.heightExponent = style.precinctHeightExponent(number);
        this.blockWidthExponent = Math.min(style.blockWidthExponent(), widthExponent - (lowest ? 0 : 1));
        this.blockHeightExponent = Math.min(style.blockHeightExponent(), heightExponent - (lowest ? 0 : 1));
        this.columns = area.isEmpty() ? 0 : (area.x1() - 1 >> widthExponent) + 1 - (area.x0() >> widthExponent);
        int rows = area.isEmpty() ? 0 : (area.y1() - 1 >> heightExponent) + 1 - (area.y0() >> heightExponent);
        if ((long) columns * rows > MAXIMUM_PRECINCTS) {
            throw new MalformedFrame("too many precincts");
        }
        this.precincts = new Precinct[columns * rows];
    }

    Area area() {
        return area;
    }

    List<Subband> subbands() {
        return subbands;
    }

    int precinctCount() {
        return precincts.length;
    }

    int widthExponent() {
        return widthExponent;
    }

    int heightExponent() {
        return heightExponent;
    }

    int blockWidthExponent() {
        return blockWidthExponent;
    }

    int blockHeightExponent() {
        return blockHeightExponent;
    }

    /** Number of the precinct that has a sample of this resolution. */
    int precinctIndex(int x, int y) {
        int column = (x >> widthExponent) - (area.x0() >> widthExponent);
        int row = (y >> heightExponent) - (area.y0() >> heightExponent);
        return row * columns + column;
    }

    /** Layers that a precinct has; 0 when no packet needed it yet. */
    int layersOf(int index) {
        return precincts[index] == null ? 0 : precincts[index].layers();
    }

    Precinct precinct(int index) {
        if (precincts[index] == null) {
            int column = (area.x0() >> widthExponent) + index % columns;
            int row = (area.y0() >> heightExponent) + index / columns;
            precincts[index] = new Precinct(this, column, row);
        }
        return precincts[index];
    }

    /** The samples of a subband that belong to a precinct. */
    Area precinctOf(Subband subband, int column, int row) {
        int width = widthExponent - (lowest ? 0 : 1);
        int height = heightExponent - (lowest ? 0 : 1);
        Area cell = new Area(column << width, row << height, saturated(column + 1, width), saturated(row + 1, height));
        return cell.intersection(subband.area());
    }

    private static int saturated(int value, int shift) {
        return (int) Math.min(Integer.MAX_VALUE, (long) value << shift);
    }

    /** The precincts that packets came for. */
    List<Precinct> present() {
        List<Precinct> present = new ArrayList<>();
        for (Precinct precinct : precincts) {
            if (precinct != null) {
                present.add(precinct);
            }
        }
        return present;
    }
}
