package org.aegle.dicom.image.codec.jpeg;

import org.aegle.dicom.image.Frame;
import org.aegle.dicom.image.FrameException;
import org.aegle.dicom.image.FrameException.CodecUnavailable;
import org.aegle.dicom.image.FrameException.MalformedFrame;
import org.aegle.dicom.image.PixelFormat;
import org.aegle.dicom.image.codec.CodestreamInput;
import org.aegle.dicom.image.codec.FrameCells;

/** Decodes one JPEG image, scan by scan. For one use. ITU-T T.81 B.2 and Annex E to H. */
final class JpegDecoder {
    /** No sound image has more; each costs a walk over all blocks. */
    private static final int MAXIMUM_SCANS = 200;

    private static final long SHORTEST_BLOCK_BITS = 2;

    private final PixelFormat format;
    private final Markers markers;
    private final int length;
    private final CodingTables tables = new CodingTables();
    private final ColourMarkers colours = new ColourMarkers();
    private JpegProcess process;
    private FrameHeader frame;
    private ImageSink sink;

    JpegDecoder(PixelFormat format, byte[] bytes) throws MalformedFrame {
        this.format = format;
        this.length = bytes.length;
        this.markers = new Markers(new CodestreamInput(bytes));
    }

    Frame decode() throws FrameException {
        int scans = 0;
        for (int marker = markers.next(); marker != Markers.EOI; marker = markers.next()) {
            CodestreamInput segment = markers.segment();
            if (Markers.isFrameHeader(marker)) {
                begin(marker, segment);
            } else if (marker == Markers.SOS) {
                if (++scans > MAXIMUM_SCANS) {
                    throw new MalformedFrame("a JPEG image of too many scans");
                }
                decodeScan(segment);
            } else {
                tables.read(marker, segment);
                colours.read(marker, segment);
            }
        }
        if (sink == null) {
            throw new MalformedFrame("no JPEG frame header");
        }
        return sink.finish(tables);
    }

    private void begin(int marker, CodestreamInput segment) throws FrameException {
        if (frame != null) {
            throw new MalformedFrame("two JPEG images in one frame");
        }
        process = JpegProcess.of(marker);
        frame = FrameHeader.read(segment);
        FrameCells.requireAgreement(
                format, frame.rows(), frame.columns(), frame.components().size(), frame.precision());
        process.requirePrecision(frame.precision());
        if (process == JpegProcess.LOSSLESS) {
            requireData(1);
            if (!frame.isFullySampled()) {
                throw new CodecUnavailable("lossless JPEG with subsampled components");
            }
            sink = new LosslessSink(frame, format);
        } else {
            requireData(Block.SIZE);
            sink = new BlockSink(frame, format, process, colours);
        }
    }

    /** Each block of a sequential scan takes two bits or more, each sample of a lossless one a bit. */
    private void requireData(int samplesPerBlock) throws MalformedFrame {
        long blocks = (long) format.pixels() / samplesPerBlock;
        long bitsOfBlock = process == JpegProcess.SEQUENTIAL ? SHORTEST_BLOCK_BITS : 1;
        if (process != JpegProcess.PROGRESSIVE && blocks * bitsOfBlock > (long) length * Byte.SIZE) {
            throw new MalformedFrame("the codestream is too short for its rows and columns");
        }
    }

    private void decodeScan(CodestreamInput segment) throws FrameException {
        if (frame == null) {
            throw new MalformedFrame("a JPEG scan before its frame header");
        }
        ScanHeader scan = ScanHeader.read(segment, frame);
        ScanBits bits = new ScanBits(markers.input());
        sink.decode(scan, tables, bits);
        markers.input().seek(bits.position());
    }
}
