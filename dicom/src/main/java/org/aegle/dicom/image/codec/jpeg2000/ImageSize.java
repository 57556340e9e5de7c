package org.aegle.dicom.image.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;
import org.aegle.dicom.image.FrameException.MalformedFrame;
import org.aegle.dicom.image.codec.CodestreamInput;

/**
 * Where image, tiles and components lie on the reference grid. ITU-T T.800 A.5.1, B.2, B.3.
 *
 * @param image the image area
 * @param tileWidth width of a tile
 * @param tileHeight height of a tile
 * @param tileX left edge of the first tile
 * @param tileY upper edge of the first tile
 * @param components the components
 */
record ImageSize(Area image, long tileWidth, long tileHeight, long tileX, long tileY, List<Component> components) {
    private static final int MAXIMUM_TILES = 65535;
    private static final int SIGN_BIT = 0x80;

    /**
     * A component.
     *
     * @param precision bits of a sample
     * @param signed two's complement
     * @param dx grid columns from sample to sample
     * @param dy grid rows from sample to sample
     */
    record Component(int precision, boolean signed, int dx, int dy) {}

    /** Reads the parameters of the SIZ marker. */
    static ImageSize read(CodestreamInput in) throws MalformedFrame {
        in.skip(2);
        long right = in.readNumber();
        long bottom = in.readNumber();
        long left = in.readNumber();
        long top = in.readNumber();
        long width = in.readNumber();
        long height = in.readNumber();
        long tileX = in.readNumber();
        long tileY = in.readNumber();
        int count = in.readWord();
        if (right > Integer.MAX_VALUE || bottom > Integer.MAX_VALUE || left >= right || top >= bottom) {
            throw new MalformedFrame("an image area of impossible size");
        }
        List<Component> components = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int depth = in.readByte();
            Component component =
                    new Component((depth & ~SIGN_BIT) + 1, (depth & SIGN_BIT) != 0, in.readByte(), in.readByte());
            if (component.dx == 0 || component.dy == 0) {
                throw new MalformedFrame("a component without samples");
            }
            components.add(component);
        }
        Area image = new Area((int) left, (int) top, (int) right, (int) bottom);
        ImageSize size = new ImageSize(image, width, height, tileX, tileY, List.copyOf(components));
        size.check();
        return size;
    }

    private void check() throws MalformedFrame {
        boolean placed = tileX <= image.x0() && tileY <= image.y0();
        boolean reached = tileX + tileWidth > image.x0() && tileY + tileHeight > image.y0();
        if (tileWidth == 0 || tileHeight == 0 || !placed || !reached || tilesAcross() * tilesDown() > MAXIMUM_TILES) {
            throw new MalformedFrame("tiles of impossible size");
        }
    }

    private long tilesAcross() {
        return Area.ceiling(image.x1() - tileX, tileWidth);
    }

    private long tilesDown() {
        return Area.ceiling(image.y1() - tileY, tileHeight);
    }

    /** Number of tiles. */
    int tiles() {
        return (int) (tilesAcross() * tilesDown());
    }

    /** The part of a tile that lies in the image. */
    Area tile(int index) {
        long column = index % tilesAcross();
        long row = index / tilesAcross();
        long left = tileX + column * tileWidth;
        long top = tileY + row * tileHeight;
        return new Area(
                (int) Math.max(left, image.x0()),
                (int) Math.max(top, image.y0()),
                (int) Math.min(left + tileWidth, image.x1()),
                (int) Math.min(top + tileHeight, image.y1()));
    }
}
