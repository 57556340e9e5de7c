package org.aegle.dicom.image.codec.jpeg;

import java.util.ArrayList;
import java.util.List;
import org.aegle.dicom.image.FrameException.MalformedFrame;
import org.aegle.dicom.image.codec.CodestreamInput;

/**
 * Components and parameters of a scan. ITU-T T.81 B.2.3, T.87 C.2.3.
 *
 * @param components the components of the scan in their order
 * @param first start of spectral selection; predictor of lossless JPEG; NEAR of JPEG-LS
 * @param last end of spectral selection; interleave mode of JPEG-LS
 * @param approximationHigh successive approximation, bit position of the scan before
 * @param approximationLow successive approximation, bit position; point transform of lossless processes
 */
public record ScanHeader(List<Component> components, int first, int last, int approximationHigh, int approximationLow) {
    private static final int MAXIMUM_COMPONENTS = 4;

    /**
     * A component of a scan.
     *
     * @param index its place in the frame header
     * @param dcTable number of its table for DC coefficients or differences; mapping table of JPEG-LS
     * @param acTable number of its table for AC coefficients
     */
    public record Component(int index, int dcTable, int acTable) {}

    /**
     * Reads the parameters of a scan header.
     *
     * @throws MalformedFrame when they are incomplete or contradict the frame
     */
    public static ScanHeader read(CodestreamInput in, FrameHeader frame) throws MalformedFrame {
        int count = in.readByte();
        if (count == 0 || count > MAXIMUM_COMPONENTS) {
            throw new MalformedFrame("a scan of " + count + " components");
        }
        List<Component> components = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int index = frame.indexOf(in.readByte());
            int tables = in.readByte();
            components.add(new Component(index, tables >> 4 & 3, tables & 3));
        }
        if (components.stream().map(Component::index).distinct().count() < count) {
            throw new MalformedFrame("a scan names a component twice");
        }
        int first = in.readByte();
        int last = in.readByte();
        int approximation = in.readByte();
        return new ScanHeader(List.copyOf(components), first, last, approximation >> 4, approximation & 15);
    }
}
