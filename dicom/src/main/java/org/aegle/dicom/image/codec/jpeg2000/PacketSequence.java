package org.aegle.dicom.image.codec.jpeg2000;

import java.util.List;
import org.aegle.dicom.image.FrameException;
import org.aegle.dicom.image.FrameException.MalformedFrame;

/** Reads a tile's packets in the order of its progressions, as far as its data goes. Not thread safe. T.800 B.12. */
final class PacketSequence {
    private final Area tile;
    private final List<TileComponent> components;
    private final PacketReader reader;
    private Progression bounds;

    PacketSequence(Area tile, List<TileComponent> components, PacketReader reader) {
        this.tile = tile;
        this.components = components;
        this.reader = reader;
    }

    void read(Parameters parameters) throws FrameException {
        for (Progression progression : parameters.progressions()) {
            bounds = new Progression(
                    progression.order(),
                    progression.firstResolution(),
                    Math.min(progression.endResolution(), maximumResolutions()),
                    progression.firstComponent(),
                    progression.endComponent(),
                    Math.min(progression.endLayer(), parameters.layers()));
            switch (progression.order()) {
                case LRCP -> readByLayer();
                case RLCP -> readByResolution();
                case RPCL -> {
                    for (int r = bounds.firstResolution(); r < bounds.endResolution(); r++) {
                        readByPosition(bounds.firstComponent(), bounds.endComponent(), r, r + 1);
                    }
                }
                case PCRL ->
                    readByPosition(
                            bounds.firstComponent(),
                            bounds.endComponent(),
                            bounds.firstResolution(),
                            bounds.endResolution());
                case CPRL -> {
                    for (int c = bounds.firstComponent(); c < bounds.endComponent(); c++) {
                        readByPosition(c, c + 1, bounds.firstResolution(), bounds.endResolution());
                    }
                }
            }
        }
        requireAll(parameters.layers());
    }

    /** An image with packets left out would look sound. */
    private void requireAll(int layers) throws MalformedFrame {
        for (TileComponent component : components) {
            for (Resolution resolution : component.resolutions()) {
                for (int k = 0; k < resolution.precinctCount(); k++) {
                    if (resolution.layersOf(k) < layers) {
                        throw new MalformedFrame("the codestream ends before its last packet");
                    }
                }
            }
        }
    }

    private int maximumResolutions() {
        return components.stream().mapToInt(c -> c.resolutions().size()).max().orElse(0);
    }

    private void readByLayer() throws FrameException {
        boolean more = true;
        for (int layer = 0; more && layer < bounds.endLayer(); layer++) {
            more = false;
            for (int r = bounds.firstResolution(); r < bounds.endResolution(); r++) {
                more |= readLayer(layer, r);
            }
        }
    }

    private void readByResolution() throws FrameException {
        for (int r = bounds.firstResolution(); r < bounds.endResolution(); r++) {
            for (int layer = 0; layer < bounds.endLayer(); layer++) {
                if (!readLayer(layer, r)) {
                    break;
                }
            }
        }
    }

    /** Reads a layer's packets of a resolution; tells whether a precinct now has more layers than this one. */
    private boolean readLayer(int layer, int r) throws FrameException {
        boolean more = false;
        for (int c = bounds.firstComponent(); c < bounds.endComponent(); c++) {
            TileComponent component = components.get(c);
            if (r >= component.resolutions().size()) {
                continue;
            }
            Resolution resolution = component.resolutions().get(r);
            for (int k = 0; k < resolution.precinctCount(); k++) {
                if (resolution.layersOf(k) == layer && !reader.isAtEnd()) {
                    reader.read(resolution.precinct(k), component.style().blockStyle());
                }
                more |= resolution.layersOf(k) > layer;
            }
        }
        return more;
    }

    /** Walks over the places of the reference grid where a precinct may begin. */
    private void readByPosition(int firstComponent, int endComponent, int firstResolution, int endResolution)
            throws FrameException {
        long stepX = smallestStep(firstComponent, endComponent, firstResolution, endResolution, true);
        long stepY = smallestStep(firstComponent, endComponent, firstResolution, endResolution, false);
        for (long y = tile.y0(); y < tile.y1() && !reader.isAtEnd(); y += stepY - y % stepY) {
            FrameException.throwIfInterrupted();
            for (long x = tile.x0(); x < tile.x1() && !reader.isAtEnd(); x += stepX - x % stepX) {
                for (int c = firstComponent; c < endComponent; c++) {
                    int end = Math.min(
                            endResolution, components.get(c).resolutions().size());
                    for (int r = firstResolution; r < end; r++) {
                        readPosition(components.get(c), r, x, y);
                    }
                }
            }
        }
    }

    private long smallestStep(int fromComponent, int endComponent, int fromResolution, int endResolution, boolean x) {
        long smallest = Integer.MAX_VALUE;
        for (int c = fromComponent; c < endComponent; c++) {
            TileComponent component = components.get(c);
            int count = component.resolutions().size();
            for (int r = fromResolution; r < Math.min(endResolution, count); r++) {
                Resolution resolution = component.resolutions().get(r);
                int exponent = x ? resolution.widthExponent() : resolution.heightExponent();
                int factor =
                        x ? component.component().dx() : component.component().dy();
                smallest = Math.min(smallest, (long) factor << exponent + count - 1 - r);
            }
        }
        return smallest;
    }

    /** Reads all layers of the precinct that begins at a place, if one does. */
    private void readPosition(TileComponent component, int r, long x, long y) throws FrameException {
        Resolution resolution = component.resolutions().get(r);
        int level = component.resolutions().size() - 1 - r;
        Area area = resolution.area();
        long dx = (long) component.component().dx() << level;
        long dy = (long) component.component().dy() << level;
        boolean begins = !area.isEmpty()
                && begins(x, dx, resolution.widthExponent(), tile.x0(), area.x0())
                && begins(y, dy, resolution.heightExponent(), tile.y0(), area.y0());
        if (!begins) {
            return;
        }
        int index = resolution.precinctIndex((int) Area.ceiling(x, dx), (int) Area.ceiling(y, dy));
        if (index >= resolution.precinctCount()) {
            return;
        }
        while (resolution.layersOf(index) < bounds.endLayer() && !reader.isAtEnd()) {
            reader.read(resolution.precinct(index), component.style().blockStyle());
        }
    }

    private static boolean begins(long at, long scale, int exponent, int tileStart, int start) {
        return at % (scale << exponent) == 0 || at == tileStart && start % (1L << exponent) != 0;
    }
}
