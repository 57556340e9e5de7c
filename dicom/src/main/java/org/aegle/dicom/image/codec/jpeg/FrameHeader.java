package org.aegle.dicom.image.codec.jpeg;

import java.util.ArrayList;
import java.util.List;
import org.aegle.dicom.image.FrameException.MalformedFrame;
import org.aegle.dicom.image.codec.CodestreamInput;

/**
 * Size and components of a JPEG or JPEG-LS image. ITU-T T.81 B.2.2.
 *
 * @param precision bits of a sample
 * @param rows rows
 * @param columns columns
 * @param components the colour components in their order
 */
public record FrameHeader(int precision, int rows, int columns, List<Component> components) {
    private static final int MAXIMUM_SAMPLING = 4;

    /**
     * A colour component.
     *
     * @param id identifier
     * @param horizontal horizontal sampling factor, 1 to 4
     * @param vertical vertical sampling factor, 1 to 4
     * @param quantization number of its quantization table
     */
    public record Component(int id, int horizontal, int vertical, int quantization) {}

    /**
     * Reads the parameters of a frame header.
     *
     * @throws MalformedFrame when they are incomplete or beyond the standard's bounds
     */
    public static FrameHeader read(CodestreamInput in) throws MalformedFrame {
        int precision = in.readByte();
        int rows = in.readWord();
        int columns = in.readWord();
        int count = in.readByte();
        List<Component> components = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int id = in.readByte();
            int sampling = in.readByte();
            Component component = new Component(id, sampling >> 4, sampling & 15, in.readByte() & 3);
            if (!isSampling(component.horizontal) || !isSampling(component.vertical)) {
                throw new MalformedFrame("sampling factors outside of 1 to 4");
            }
            components.add(component);
        }
        return new FrameHeader(precision, rows, columns, List.copyOf(components));
    }

    private static boolean isSampling(int factor) {
        return factor > 0 && factor <= MAXIMUM_SAMPLING;
    }

    /**
     * The place of a component in the header.
     *
     * @throws MalformedFrame when there is none of that identifier
     */
    public int indexOf(int id) throws MalformedFrame {
        for (int i = 0; i < components.size(); i++) {
            if (components.get(i).id == id) {
                return i;
            }
        }
        throw new MalformedFrame("a scan names a component that is not in the frame");
    }

    int maximumHorizontal() {
        return components.stream().mapToInt(Component::horizontal).max().orElse(1);
    }

    int maximumVertical() {
        return components.stream().mapToInt(Component::vertical).max().orElse(1);
    }

    /** All components have as many samples as the image has pixels. */
    public boolean isFullySampled() {
        return components.stream()
                .allMatch(c -> c.horizontal == maximumHorizontal() && c.vertical == maximumVertical());
    }
}
