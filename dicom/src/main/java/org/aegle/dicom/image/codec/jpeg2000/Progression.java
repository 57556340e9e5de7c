package org.aegle.dicom.image.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;
import org.aegle.dicom.image.FrameException.MalformedFrame;
import org.aegle.dicom.image.codec.CodestreamInput;

/**
 * An order of packets within bounds. ITU-T T.800 A.6.6, B.12.
 *
 * @param order which loop is in which
 * @param firstResolution first resolution
 * @param endResolution resolution after the last
 * @param firstComponent first component
 * @param endComponent component after the last
 * @param endLayer layer after the last
 */
record Progression(
        Order order, int firstResolution, int endResolution, int firstComponent, int endComponent, int endLayer) {
    private static final int MANY_COMPONENTS = 257;

    /** The orders by their numbers: layer, resolution, component, position. */
    enum Order {
        LRCP,
        RLCP,
        RPCL,
        PCRL,
        CPRL;

        static Order of(int number) throws MalformedFrame {
            if (number >= values().length) {
                throw new MalformedFrame("progression order " + number);
            }
            return values()[number];
        }
    }

    /** An order for all packets. */
    static Progression whole(Order order, int layers, int components) {
        return new Progression(order, 0, Integer.MAX_VALUE, 0, components, layers);
    }

    /** Reads the parameters of the POC marker. */
    static List<Progression> read(CodestreamInput in, int components) throws MalformedFrame {
        boolean wide = components >= MANY_COMPONENTS;
        List<Progression> changes = new ArrayList<>();
        while (in.remaining() > 0) {
            int firstResolution = in.readByte();
            int firstComponent = wide ? in.readWord() : in.readByte();
            int endLayer = in.readWord();
            int endResolution = in.readByte();
            int endComponent = wide ? in.readWord() : in.readByte();
            changes.add(new Progression(
                    Order.of(in.readByte()),
                    firstResolution,
                    endResolution,
                    firstComponent,
                    endComponent == 0 ? components : Math.min(components, endComponent),
                    endLayer));
        }
        return changes;
    }
}
