package org.aegle.dicom.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.aegle.dicom.image.scale.PixelRows;

/** A picture with its overlays drawn into it in white. PS3.3 C.9.2, PS3.4 N.2.5. */
final class OverlayRows implements PixelRows {
    private static final int MOST_PLANES = 16;
    private static final int NEXT_GROUP = 0x20000;

    private final PixelRows picture;
    private final List<OverlayPlane> planes;

    OverlayRows(PixelRows picture, List<OverlayPlane> planes) {
        this.picture = picture;
        this.planes = planes;
    }

    /** The planes of a frame, of the groups 6000 to 601E. */
    static List<OverlayPlane> planes(Frame frame, FrameAttributes attributes) {
        List<OverlayPlane> planes = new ArrayList<>();
        for (int i = 0; i < MOST_PLANES; i++) {
            OverlayPlane.find(frame, attributes, i * NEXT_GROUP).ifPresent(planes::add);
        }
        return planes;
    }

    @Override
    public int columns() {
        return picture.columns();
    }

    @Override
    public int rows() {
        return picture.rows();
    }

    @Override
    public int bands() {
        return picture.bands();
    }

    @Override
    public int maximum() {
        return picture.maximum();
    }

    @Override
    public void read(int row, int[] samples) {
        picture.read(row, samples);
        planes.forEach(plane -> draw(plane, row, samples));
    }

    private void draw(OverlayPlane plane, int row, int[] samples) {
        int bands = bands();
        long end = Math.min(columns(), (long) plane.left() + plane.columns());
        for (int column = Math.max(0, plane.left()); column < end; column++) {
            if (plane.isShown(row, column)) {
                Arrays.fill(samples, column * bands, (column + 1) * bands, maximum());
            }
        }
    }
}
