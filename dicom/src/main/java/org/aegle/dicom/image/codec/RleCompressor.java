package org.aegle.dicom.image.codec;

import java.io.ByteArrayOutputStream;
import org.aegle.dicom.image.EncodedFrame;
import org.aegle.dicom.image.Frame;
import org.aegle.dicom.image.FrameException;
import org.aegle.dicom.image.PixelFormat;

/** RLE Lossless: a segment of runs for each byte of each sample, the highest byte first, row by row. PS3.5 Annex G. */
public final class RleCompressor implements FrameCompressor {
    private static final int HEADER = 64;
    private static final int MAXIMUM_SEGMENTS = 15;
    private static final int LONGEST = 128;

    @Override
    public EncodedFrame encode(Frame frame) throws FrameException {
        PixelFormat format = frame.format();
        int cell = format.bytesPerSample();
        int segments = cell * format.samples();
        if (segments > MAXIMUM_SEGMENTS) {
            throw new FrameException.CodecUnavailable("RLE of samples of " + format.bitsAllocated() + " bits");
        }
        byte[] header = new byte[HEADER];
        header[0] = (byte) segments;
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int segment = 0; segment < segments; segment++) {
            FrameException.throwIfInterrupted();
            putOffset(header, segment, HEADER + body.size());
            int first = segment / cell * cell + cell - 1 - segment % cell;
            writeSegment(frame, first, segments, body);
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(header);
        all.writeBytes(body.toByteArray());
        return new EncodedFrame(all.toByteArray(), format.photometric(), false);
    }

    private static void putOffset(byte[] header, int segment, int offset) {
        for (int i = 0; i < Integer.BYTES; i++) {
            header[4 + 4 * segment + i] = (byte) (offset >> 8 * i);
        }
    }

    private static void writeSegment(Frame frame, int first, int step, ByteArrayOutputStream out) {
        byte[] row = new byte[frame.format().columns()];
        int from = first;
        for (int y = 0; y < frame.format().rows(); y++) {
            for (int x = 0; x < row.length; x++, from += step) {
                row[x] = frame.samples()[from];
            }
            writeRow(row, out);
        }
        if (out.size() % 2 != 0) {
            out.write(0);
        }
    }

    /** Runs of three bytes or more are worth their code. G.3.1. */
    private static void writeRow(byte[] row, ByteArrayOutputStream out) {
        int literal = 0;
        int at = 0;
        while (at < row.length) {
            int run = run(row, at);
            if (run < 3) {
                at += run;
                continue;
            }
            writeLiteral(row, literal, at, out);
            out.write(1 - run);
            out.write(row[at]);
            at += run;
            literal = at;
        }
        writeLiteral(row, literal, row.length, out);
    }

    private static int run(byte[] row, int from) {
        int end = Math.min(row.length, from + LONGEST);
        int at = from + 1;
        while (at < end && row[at] == row[from]) {
            at++;
        }
        return at - from;
    }

    private static void writeLiteral(byte[] row, int from, int end, ByteArrayOutputStream out) {
        for (int at = from; at < end; at += LONGEST) {
            int count = Math.min(LONGEST, end - at);
            out.write(count - 1);
            out.write(row, at, count);
        }
    }
}
