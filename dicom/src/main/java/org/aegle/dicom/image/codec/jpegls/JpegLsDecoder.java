package org.aegle.dicom.image.codec.jpegls;

import java.util.BitSet;
import org.aegle.dicom.image.Frame;
import org.aegle.dicom.image.FrameException;
import org.aegle.dicom.image.FrameException.CodecUnavailable;
import org.aegle.dicom.image.FrameException.MalformedFrame;
import org.aegle.dicom.image.PixelFormat;
import org.aegle.dicom.image.codec.CodestreamInput;
import org.aegle.dicom.image.codec.FrameCells;
import org.aegle.dicom.image.codec.jpeg.FrameHeader;
import org.aegle.dicom.image.codec.jpeg.Markers;
import org.aegle.dicom.image.codec.jpeg.ScanHeader;

/** Decodes one JPEG-LS image, scan by scan. For one use. ITU-T T.87 Annex C. */
final class JpegLsDecoder {
    /** Start of a JPEG-LS frame. */
    static final int SOF55 = 0xF7;
    /** JPEG-LS extension parameters. */
    static final int LSE = 0xF8;
    /** Extension: coding parameters. */
    static final int PRESET_PARAMETERS = 1;
    /** Interleaved line by line. */
    static final int BY_LINE = 1;

    private static final int BY_SAMPLE = 2;
    private static final int APP8 = 0xE8;
    private static final int LEAST_PRECISION = 2;
    private static final int MOST_PRECISION = 16;
    private static final int RST0 = 0xD0;

    private final PixelFormat format;
    private final Markers markers;
    private final BitSet decoded = new BitSet();
    private CodingParameters presets = new CodingParameters(0, 0, 0, 0, 0, 0);
    private int restartInterval;
    private FrameHeader frame;
    private FrameCells cells;

    JpegLsDecoder(PixelFormat format, byte[] bytes) throws MalformedFrame {
        this.format = format;
        this.markers = new Markers(new CodestreamInput(bytes));
    }

    Frame decode() throws FrameException {
        for (int marker = markers.next(); marker != Markers.EOI; marker = markers.next()) {
            CodestreamInput segment = markers.segment();
            switch (marker) {
                case SOF55 -> begin(segment);
                case LSE -> readExtension(segment);
                case Markers.DRI -> restartInterval = segment.readWord();
                case Markers.SOS -> decodeScan(segment);
                case APP8 -> refuseColourTransform(segment);
                default -> {}
            }
        }
        if (frame == null || decoded.cardinality() < frame.components().size()) {
            throw new MalformedFrame("a component is missing");
        }
        if (frame.components().size() < format.samples()) {
            cells.repeatFirstComponent();
        }
        return cells.toFrame();
    }

    private void begin(CodestreamInput segment) throws FrameException {
        if (frame != null) {
            throw new MalformedFrame("two JPEG-LS images in one frame");
        }
        frame = FrameHeader.read(segment);
        FrameCells.requireAgreement(
                format, frame.rows(), frame.columns(), frame.components().size(), frame.precision());
        if (frame.precision() < LEAST_PRECISION || frame.precision() > MOST_PRECISION) {
            throw new MalformedFrame("JPEG-LS samples of " + frame.precision() + " bits");
        }
        if (!frame.isFullySampled()) {
            throw new CodecUnavailable("JPEG-LS with subsampled components");
        }
        cells = new FrameCells(format, format.photometric());
    }

    private void readExtension(CodestreamInput segment) throws FrameException {
        int type = segment.readByte();
        if (type != PRESET_PARAMETERS) {
            throw new CodecUnavailable("JPEG-LS extension " + type);
        }
        presets = CodingParameters.read(segment);
    }

    /** A transform that DICOM does not know and one encoder writes. */
    private static void refuseColourTransform(CodestreamInput segment) throws FrameException {
        boolean named = segment.remaining() == 5 && segment.readNumber() == 0x6D726678;
        if (named && segment.readByte() != 0) {
            throw new CodecUnavailable("JPEG-LS with a colour transform");
        }
    }

    private void decodeScan(CodestreamInput segment) throws FrameException {
        if (frame == null) {
            throw new MalformedFrame("a JPEG-LS scan before its frame header");
        }
        ScanHeader scan = ScanHeader.read(segment, frame);
        for (ScanHeader.Component component : scan.components()) {
            if (decoded.get(component.index())) {
                throw new MalformedFrame("a component comes twice");
            }
            decoded.set(component.index());
        }
        int count = scan.components().size();
        if (scan.last() > BY_SAMPLE || scan.last() == 0 && count > 1 || scan.approximationLow() >= frame.precision()) {
            throw new MalformedFrame("a JPEG-LS scan of an impossible order");
        }
        Model model = new Model(presets.forScan(frame.precision(), scan.first()));
        GolombReader bits = new GolombReader(markers.input());
        LineCoding lines =
                scan.last() == BY_SAMPLE ? new PixelDecoder(model, bits, count) : new LineDecoder(model, bits, count);
        decodeLines(scan, lines, model, bits);
        markers.input().seek(bits.position());
    }

    private void decodeLines(ScanHeader scan, LineCoding decoder, Model model, GolombReader bits)
            throws FrameException {
        Lines lines = new Lines(scan.components().size(), frame.columns());
        for (int y = 0; y < frame.rows(); y++) {
            FrameException.throwIfInterrupted();
            if (restartInterval > 0 && y > 0 && y % restartInterval == 0) {
                bits.restart(RST0 + (y / restartInterval - 1 & 7));
                model.restart();
                decoder.restart();
                lines.restart();
            }
            lines.next();
            decoder.code(lines);
            for (int i = 0; i < lines.components(); i++) {
                putRow(scan, y, i, lines.current(i));
            }
        }
        bits.requireSound();
    }

    private void putRow(ScanHeader scan, int y, int component, int[] line) {
        int shift = scan.approximationLow();
        int[] row = line;
        if (shift > 0) {
            row = new int[line.length];
            for (int x = 0; x < row.length; x++) {
                row[x] = line[x] << shift;
            }
        }
        cells.putRow(y, scan.components().get(component).index(), row, 1);
    }
}
