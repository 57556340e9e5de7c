package org.aegle.dicom.image.codec.jpeg2000;

import java.util.List;

/** The code-blocks of a resolution that lie together, subband by subband. Not thread safe. ITU-T T.800 B.6. */
final class Precinct {
    private final Band[] bands;
    private int layers;

    /** The code-blocks of one subband with the trees that tell of them. */
    static final class Band {
        final Subband subband;
        final int width;
        final CodeBlock[] blocks;
        final TagTree inclusion;
        final TagTree zeroPlanes;

        private Band(Subband subband, Area area, int blockWidthExponent, int blockHeightExponent) {
            this.subband = subband;
            int firstColumn = area.x0() >> blockWidthExponent;
            int firstRow = area.y0() >> blockHeightExponent;
            this.width = area.isEmpty() ? 0 : (area.x1() - 1 >> blockWidthExponent) + 1 - firstColumn;
            int height = area.isEmpty() ? 0 : (area.y1() - 1 >> blockHeightExponent) + 1 - firstRow;
            this.blocks = new CodeBlock[width * height];
            for (int i = 0; i < blocks.length; i++) {
                int x = firstColumn + i % width << blockWidthExponent;
                int y = firstRow + i / width << blockHeightExponent;
                Area block = new Area(x, y, x + (1 << blockWidthExponent), y + (1 << blockHeightExponent));
                blocks[i] = new CodeBlock(block.intersection(area));
            }
            this.inclusion = new TagTree(width, height);
            this.zeroPlanes = new TagTree(width, height);
        }
    }

    /** A precinct of a resolution by its place in the grid of all precincts. */
    Precinct(Resolution resolution, int column, int row) {
        List<Subband> subbands = resolution.subbands();
        this.bands = new Band[subbands.size()];
        for (int i = 0; i < bands.length; i++) {
            Subband subband = subbands.get(i);
            bands[i] = new Band(
                    subband,
                    resolution.precinctOf(subband, column, row),
                    resolution.blockWidthExponent(),
                    resolution.blockHeightExponent());
        }
    }

    Band[] bands() {
        return bands;
    }

    /** Layers read so far. */
    int layers() {
        return layers;
    }

    void countLayer() {
        layers++;
    }
}
