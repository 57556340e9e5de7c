package org.aegle.dicom.image.codec.jpeg;

import java.util.BitSet;
import org.aegle.dicom.image.Frame;
import org.aegle.dicom.image.FrameException;
import org.aegle.dicom.image.FrameException.MalformedFrame;
import org.aegle.dicom.image.PixelFormat;
import org.aegle.dicom.image.codec.FrameCells;

/** A lossless image: scans go straight into their cells. Not thread safe. */
final class LosslessSink implements ImageSink {
    private final FrameHeader frame;
    private final PixelFormat format;
    private final FrameCells cells;
    private final BitSet decoded = new BitSet();

    LosslessSink(FrameHeader frame, PixelFormat format) {
        this.frame = frame;
        this.format = format;
        this.cells = new FrameCells(format, format.photometric());
    }

    @Override
    public void decode(ScanHeader scan, CodingTables tables, ScanBits bits) throws FrameException {
        if (scan.approximationLow() >= frame.precision()) {
            throw new MalformedFrame("a point transform of all bits");
        }
        for (ScanHeader.Component component : scan.components()) {
            if (decoded.get(component.index())) {
                throw new MalformedFrame("a component comes twice");
            }
            decoded.set(component.index());
        }
        new LosslessScan(frame, scan, tables, bits).decode(cells);
    }

    @Override
    public Frame finish(CodingTables tables) throws FrameException {
        int components = frame.components().size();
        if (decoded.cardinality() < components) {
            throw new MalformedFrame("a component is missing");
        }
        if (components < format.samples()) {
            cells.repeatFirstComponent();
        }
        return cells.toFrame();
    }
}
