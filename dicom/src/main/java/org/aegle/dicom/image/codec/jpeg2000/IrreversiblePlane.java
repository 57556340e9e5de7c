package org.aegle.dicom.image.codec.jpeg2000;

import java.util.List;
import org.aegle.dicom.image.FrameException;

/** Floating point numbers, for the 9-7 wavelet. Not thread safe. */
final class IrreversiblePlane implements CoefficientPlane {
    private final int width;
    private final int height;
    private final float[] data;

    IrreversiblePlane(Area area) {
        this.width = area.width();
        this.height = area.height();
        this.data = new float[width * height];
    }

    float[] data() {
        return data;
    }

    @Override
    public void put(Subband subband, Area block, int[] coefficients, int regionShift) {
        int from = 0;
        int left = subband.left() + block.x0() - subband.area().x0();
        int top = subband.top() + block.y0() - subband.area().y0();
        float half = subband.step() / 2;
        for (int y = top; y < top + block.height(); y++) {
            int to = y * width + left;
            for (int x = 0; x < block.width(); x++) {
                int coefficient = coefficients[from++];
                float magnitude = RegionOfInterest.lowered(coefficient & Integer.MAX_VALUE, regionShift) * half;
                data[to + x] = coefficient < 0 ? -magnitude : magnitude;
            }
        }
    }

    @Override
    public void synthesize(TileComponent component) throws FrameException {
        Wavelet97 wavelet = new Wavelet97(data, width, height);
        List<Resolution> resolutions = component.resolutions();
        for (int r = 1; r < resolutions.size(); r++) {
            wavelet.synthesize(resolutions.get(r - 1).area(), resolutions.get(r).area());
        }
    }

    @Override
    public void row(int y, int[] values) {
        for (int x = 0; x < width; x++) {
            values[x] = (int) Math.rint(data[y * width + x]);
        }
    }
}
