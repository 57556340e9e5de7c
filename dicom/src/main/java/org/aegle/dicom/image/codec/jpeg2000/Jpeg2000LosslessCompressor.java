package org.aegle.dicom.image.codec.jpeg2000;

import org.aegle.dicom.image.EncodedFrame;
import org.aegle.dicom.image.Frame;
import org.aegle.dicom.image.FrameException;
import org.aegle.dicom.image.codec.CodestreamOutput;
import org.aegle.dicom.image.codec.FrameCompressor;
import org.aegle.dicom.image.codec.SampleRows;

/**
 * JPEG 2000 without loss: the 5-3 wavelet, one tile, one layer, the reversible colour transform for red, green and blue.
 * Thread safe. PS3.5 8.2.4, ITU-T T.800.
 */
public final class Jpeg2000LosslessCompressor implements FrameCompressor {
    private static final int SMALLEST_SIDE = 32;
    private static final int MAXIMUM_LEVELS = 5;

    @Override
    public EncodedFrame encode(Frame frame) throws FrameException {
        SampleRows rows = new SampleRows(frame);
        boolean colour = frame.format().samples() == 3;
        boolean transforms = colour && frame.format().photometric().equals("RGB");
        Jpeg2000Headers headers = new Jpeg2000Headers(rows, levels(frame), transforms);
        int[][] planes = planes(rows);
        if (transforms) {
            transform(planes);
        }
        headers.measure(analyze(headers, planes));
        CodestreamOutput packets = new CodestreamOutput();
        writePackets(headers, planes, packets);
        byte[] bytes = headers.codestream(packets.toBytes());
        return new EncodedFrame(bytes, transforms ? "YBR_RCT" : frame.format().photometric(), false);
    }

    private static int levels(Frame frame) {
        int side = Math.min(frame.format().rows(), frame.format().columns());
        int levels = 0;
        while (levels < MAXIMUM_LEVELS && side >> levels >= SMALLEST_SIDE) {
            levels++;
        }
        return levels;
    }

    private static int[][] planes(SampleRows rows) {
        int columns = rows.format().columns();
        int[][] planes = new int[rows.format().samples()][rows.format().pixels()];
        int offset = rows.isSigned() ? 0 : 1 << rows.precision() - 1;
        for (int i = 0; i < planes.length; i++) {
            for (int y = 0; y < rows.format().rows(); y++) {
                rows.row(y, i, planes[i], y * columns);
            }
            for (int at = 0; at < planes[i].length; at++) {
                planes[i][at] -= offset;
            }
        }
        return planes;
    }

    /** T.800 G.2.1. */
    private static void transform(int[][] planes) {
        for (int i = 0; i < planes[0].length; i++) {
            int red = planes[0][i];
            int green = planes[1][i];
            int blue = planes[2][i];
            planes[0][i] = red + 2 * green + blue >> 2;
            planes[1][i] = blue - green;
            planes[2][i] = red - green;
        }
    }

    /** Makes coefficients of samples; gives the bits of the largest in each subband. */
    private static int[] analyze(Jpeg2000Headers headers, int[][] planes) throws FrameException {
        int[] bits = new int[headers.subbands()];
        for (int i = 0; i < planes.length; i++) {
            FrameException.throwIfInterrupted();
            TileComponent component = headers.component(i);
            int stride = component.area().width();
            ForwardWavelet53 wavelet = new ForwardWavelet53(planes[i], stride);
            for (int r = component.resolutions().size() - 1; r > 0; r--) {
                wavelet.analyze(
                        component.resolutions().get(r - 1).area(),
                        component.resolutions().get(r).area());
            }
            int index = 0;
            for (Resolution resolution : component.resolutions()) {
                for (Subband subband : resolution.subbands()) {
                    bits[index] = Math.max(bits[index], bits(subband, planes[i], stride));
                    index++;
                }
            }
        }
        return bits;
    }

    private static int bits(Subband subband, int[] plane, int stride) {
        int all = 0;
        for (int y = 0; y < subband.area().height(); y++) {
            int from = (subband.top() + y) * stride + subband.left();
            for (int x = from; x < from + subband.area().width(); x++) {
                all |= Math.abs(plane[x]);
            }
        }
        return Integer.SIZE - Integer.numberOfLeadingZeros(all);
    }

    private static void writePackets(Jpeg2000Headers headers, int[][] planes, CodestreamOutput out)
            throws FrameException {
        PacketWriter writer = new PacketWriter(out);
        TileComponent[] components = new TileComponent[planes.length];
        for (int i = 0; i < planes.length; i++) {
            components[i] = headers.component(i);
        }
        for (int r = 0; r < components[0].resolutions().size(); r++) {
            for (int i = 0; i < planes.length; i++) {
                Resolution resolution = components[i].resolutions().get(r);
                for (int k = 0; k < resolution.precinctCount(); k++) {
                    writer.write(
                            resolution.precinct(k),
                            planes[i],
                            components[i].area().width());
                }
            }
        }
    }
}
