package org.aegle.dicom.image;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Sequence;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;

/** Values of interest to shades from 0 to 1: a window, a table or the whole range. PS3.3 C.11.2. */
final class VoiLut {
    private final List<StoredWindow> windows;
    private final Sequence tables;
    private final boolean signed;
    private final Supplier<DoubleUnaryOperator> wholeRange;

    /**
     * The choices that an image offers.
     *
     * @param signed values of the modality may be below zero
     * @param wholeRange the stage for images that tell nothing
     */
    VoiLut(FrameAttributes frame, boolean signed, Supplier<DoubleUnaryOperator> wholeRange) {
        this.windows = StoredWindow.of(frame);
        this.tables = frame.findWith(Tag.VOILUTSequence, Tag.FrameVOILUTSequence)
                .orElseGet(frame::dataset)
                .getSequence(Tag.VOILUTSequence);
        this.signed = signed;
        this.wholeRange = wholeRange;
    }

    /**
     * The stage for what is asked.
     *
     * @throws IllegalArgumentException when the image has no such window or table
     */
    DoubleUnaryOperator stage(Windowing windowing) {
        if (windowing instanceof Window window) {
            return window.shades();
        }
        if (windowing instanceof Windowing.WholeRange) {
            return wholeRange.get();
        }
        Optional<DoubleUnaryOperator> stored = find(windowing);
        if (stored.isEmpty() && windowing.equals(Windowing.DEFAULT)) {
            return findTable(1).orElseGet(wholeRange);
        }
        return stored.orElseThrow(() -> new IllegalArgumentException("the image has no " + windowing));
    }

    private Optional<DoubleUnaryOperator> find(Windowing windowing) {
        if (windowing instanceof Windowing.Stored stored) {
            return stored.number() > windows.size()
                    ? Optional.empty()
                    : Optional.of(windows.get(stored.number() - 1).window().shades());
        }
        if (windowing instanceof Windowing.StoredTable table) {
            return findTable(table.number());
        }
        return findExplained(((Windowing.Explained) windowing).explanation());
    }

    private Optional<DoubleUnaryOperator> findExplained(String explanation) {
        Optional<DoubleUnaryOperator> window = windows.stream()
                .filter(stored -> stored.explanation().equals(explanation))
                .findFirst()
                .map(stored -> stored.window().shades());
        return window.or(() -> tables.stream()
                .filter(item -> item.getString(Tag.LUTExplanation).equals(explanation))
                .findFirst()
                .flatMap(this::shades));
    }

    private Optional<DoubleUnaryOperator> findTable(int number) {
        return number > tables.size() ? Optional.empty() : shades(tables.get(number - 1));
    }

    private Optional<DoubleUnaryOperator> shades(Attributes item) {
        boolean signedInput = signed || item.getVR(Tag.LUTDescriptor) == VR.SS;
        return LookupTable.of(item, signedInput)
                .map(table -> value -> Math.min(1, (double) table.entry(value) / table.maximum()));
    }
}
