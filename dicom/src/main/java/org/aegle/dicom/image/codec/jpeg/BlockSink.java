package org.aegle.dicom.image.codec.jpeg;

import java.util.BitSet;
import org.aegle.dicom.image.Frame;
import org.aegle.dicom.image.FrameException;
import org.aegle.dicom.image.FrameException.MalformedFrame;
import org.aegle.dicom.image.PixelFormat;
import org.aegle.dicom.image.codec.FrameCells;

/** An image of a DCT process: components are gathered in planes and then spread over the pixels. Not thread safe. */
final class BlockSink implements ImageSink {
    private final FrameHeader frame;
    private final PixelFormat format;
    private final boolean progressive;
    private final ColourMarkers colours;
    private final ComponentPlane[] planes;
    private final BitSet decoded = new BitSet();

    BlockSink(FrameHeader frame, PixelFormat format, JpegProcess process, ColourMarkers colours) {
        this.frame = frame;
        this.format = format;
        this.progressive = process == JpegProcess.PROGRESSIVE;
        this.colours = colours;
        this.planes = frame.components().stream()
                .map(component -> new ComponentPlane(frame, component))
                .toArray(ComponentPlane[]::new);
    }

    @Override
    public void decode(ScanHeader scan, CodingTables tables, ScanBits bits) throws FrameException {
        BlockScan.BlockDecoder decoder = progressive
                ? new ProgressiveScan(scan, planes, tables, bits)
                : new SequentialScan(frame, scan, planes, tables, bits);
        for (ScanHeader.Component component : scan.components()) {
            decoded.set(component.index());
        }
        new BlockScan(frame, scan, planes, tables.restartInterval(), bits).run(decoder);
    }

    @Override
    public Frame finish(CodingTables tables) throws FrameException {
        if (decoded.cardinality() < planes.length) {
            throw new MalformedFrame("a component is missing");
        }
        if (progressive) {
            InverseDct dct = new InverseDct(frame.precision());
            for (int i = 0; i < planes.length; i++) {
                planes[i].transform(
                        dct, tables.quantization(frame.components().get(i).quantization()));
            }
        }
        FrameCells cells = new FrameCells(format, colours.photometric(frame, format));
        for (int i = 0; i < planes.length; i++) {
            Upsampling upsampling = new Upsampling(frame, frame.components().get(i), planes[i]);
            for (int y = 0; y < frame.rows(); y++) {
                cells.putRow(y, i, upsampling.row(y), 0);
            }
        }
        if (planes.length < format.samples()) {
            cells.repeatFirstComponent();
        }
        return cells.toFrame();
    }
}
