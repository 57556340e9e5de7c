package org.aegle.dicom.image.codec.jpeg2000;

import java.util.List;
import org.aegle.dicom.image.FrameException;

/** Integers, for the 5-3 wavelet. Not thread safe. */
final class ReversiblePlane implements CoefficientPlane {
    private final int width;
    private final int height;
    private final int[] data;

    ReversiblePlane(Area area) {
        this.width = area.width();
        this.height = area.height();
        this.data = new int[width * height];
    }

    int[] data() {
        return data;
    }

    @Override
    public void put(Subband subband, Area block, int[] coefficients, int regionShift) {
        int from = 0;
        int left = subband.left() + block.x0() - subband.area().x0();
        int top = subband.top() + block.y0() - subband.area().y0();
        for (int y = top; y < top + block.height(); y++) {
            int to = y * width + left;
            for (int x = 0; x < block.width(); x++) {
                int coefficient = coefficients[from++];
                int magnitude = RegionOfInterest.lowered(coefficient & Integer.MAX_VALUE, regionShift) >> 1;
                int sign = coefficient >> Integer.SIZE - 1;
                data[to + x] = (magnitude ^ sign) - sign;
            }
        }
    }

    @Override
    public void synthesize(TileComponent component) throws FrameException {
        Wavelet53 wavelet = new Wavelet53(data, width, height);
        List<Resolution> resolutions = component.resolutions();
        for (int r = 1; r < resolutions.size(); r++) {
            wavelet.synthesize(resolutions.get(r - 1).area(), resolutions.get(r).area());
        }
    }

    @Override
    public void row(int y, int[] values) {
        System.arraycopy(data, y * width, values, 0, width);
    }
}
