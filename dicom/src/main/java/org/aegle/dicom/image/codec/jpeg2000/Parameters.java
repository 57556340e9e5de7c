package org.aegle.dicom.image.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;
import org.aegle.dicom.image.FrameException;
import org.aegle.dicom.image.FrameException.MalformedFrame;
import org.aegle.dicom.image.codec.CodestreamInput;

/**
 * The parameters that marker segments of the main header or of a tile's headers have set. A tile's begin as a copy of
 * the main header's. Not thread safe. ITU-T T.800 A.6.
 */
final class Parameters {
    private static final int COD = 0xFF52;
    private static final int COC = 0xFF53;
    private static final int RGN = 0xFF5E;
    private static final int QCD = 0xFF5C;
    private static final int QCC = 0xFF5D;
    private static final int POC = 0xFF5F;
    private static final int PRECINCTS = 1;
    private static final int SOP = 2;
    private static final int EPH = 4;
    /** No sound image has more; each costs a walk over all precincts. */
    private static final int MAXIMUM_CHANGES = 64;

    private final int components;
    private final CodingStyle[] styles;
    private final Quantization[] quantizations;
    private final boolean[] ownStyle;
    private final boolean[] ownQuantization;
    private final int[] regionShifts;
    private final List<Progression> changes = new ArrayList<>();
    private int layers;
    private Progression.Order order = Progression.Order.LRCP;
    private boolean transformsComponents;
    private boolean startMarkers;
    private boolean endMarkers;

    Parameters(int components) {
        this.components = components;
        this.styles = new CodingStyle[components];
        this.quantizations = new Quantization[components];
        this.ownStyle = new boolean[components];
        this.ownQuantization = new boolean[components];
        this.regionShifts = new int[components];
    }

    /** A tile's parameters before its own markers. */
    Parameters copy() {
        Parameters copy = new Parameters(components);
        System.arraycopy(styles, 0, copy.styles, 0, components);
        System.arraycopy(quantizations, 0, copy.quantizations, 0, components);
        System.arraycopy(regionShifts, 0, copy.regionShifts, 0, components);
        copy.changes.addAll(changes);
        copy.layers = layers;
        copy.order = order;
        copy.transformsComponents = transformsComponents;
        copy.startMarkers = startMarkers;
        copy.endMarkers = endMarkers;
        return copy;
    }

    /** Takes a marker segment; others than those above are left alone. */
    void read(int marker, CodestreamInput segment) throws FrameException {
        switch (marker) {
            case COD -> readStyle(segment);
            case COC -> {
                int component = readComponent(segment);
                styles[component] = readOwnStyle(segment);
                ownStyle[component] = true;
            }
            case QCD -> set(quantizations, ownQuantization, Quantization.read(segment));
            case QCC -> {
                int component = readComponent(segment);
                quantizations[component] = Quantization.read(segment);
                ownQuantization[component] = true;
            }
            case RGN -> {
                int component = readComponent(segment);
                segment.skip(1);
                regionShifts[component] = segment.readByte();
            }
            case POC -> {
                changes.addAll(Progression.read(segment, components));
                if (changes.size() > MAXIMUM_CHANGES) {
                    throw new MalformedFrame("too many changes of progression");
                }
            }
            default -> {}
        }
    }

    private int readComponent(CodestreamInput segment) throws MalformedFrame {
        int component = components < 257 ? segment.readByte() : segment.readWord();
        if (component >= components) {
            throw new MalformedFrame("a marker names a component that is not there");
        }
        return component;
    }

    private void readStyle(CodestreamInput segment) throws FrameException {
        int flags = segment.readByte();
        startMarkers = (flags & SOP) != 0;
        endMarkers = (flags & EPH) != 0;
        order = Progression.Order.of(segment.readByte());
        layers = segment.readWord();
        transformsComponents = segment.readByte() != 0;
        set(styles, ownStyle, CodingStyle.read(segment, (flags & PRECINCTS) != 0));
    }

    private static CodingStyle readOwnStyle(CodestreamInput segment) throws FrameException {
        boolean precincts = (segment.readByte() & PRECINCTS) != 0;
        return CodingStyle.read(segment, precincts);
    }

    private static <T> void set(T[] all, boolean[] own, T value) {
        for (int i = 0; i < all.length; i++) {
            if (!own[i]) {
                all[i] = value;
            }
        }
    }

    /** Progression changes of a tile take the place of the main header's. */
    void forgetProgressionChanges() {
        changes.clear();
    }

    CodingStyle style(int component) throws MalformedFrame {
        return required(styles[component]);
    }

    Quantization quantization(int component) throws MalformedFrame {
        return required(quantizations[component]);
    }

    private static <T> T required(T value) throws MalformedFrame {
        if (value == null) {
            throw new MalformedFrame("coding style or quantization is missing");
        }
        return value;
    }

    int regionShift(int component) {
        return regionShifts[component];
    }

    boolean transformsComponents() {
        return transformsComponents;
    }

    boolean startMarkers() {
        return startMarkers;
    }

    boolean endMarkers() {
        return endMarkers;
    }

    int layers() {
        return layers;
    }

    /** The orders of packets, one after the other. */
    List<Progression> progressions() {
        return changes.isEmpty() ? List.of(Progression.whole(order, layers, components)) : changes;
    }
}
