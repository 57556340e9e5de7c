package org.aegle.imaging.digitising;

import java.io.EOFException;
import java.io.IOException;
import org.aegle.dicom.composition.BulkValue;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.image.FrameException;
import org.aegle.dicom.image.codec.CodedImage;
import org.aegle.dicom.image.codec.jpeg.JpegInspection;
import org.aegle.imaging.arrival.RefusalReason;

/**
 * A JPEG file cut down to its codestream: tables and compressed samples byte for byte, and of the application segments
 * those alone that say how its colours are coded. Whatever lies behind its end, such as a camera's second picture or
 * film, stays away. ITU-T T.81 B.1.
 *
 * @param codestream what may stand in an object
 * @param image what the codestream tells of its image
 */
record JpegFile(BulkValue codestream, CodedImage image, FileFacts facts) {
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int FIRST_RESTART = 0xD0;
    private static final int LAST_RESTART = 0xD7;
    private static final int LARGEST_HEADERS = 16 << 20;

    /** The JDK decodes it: eight bits, with loss. */
    boolean isDecodable() {
        return image.isLossy() && image.precision() == Byte.SIZE;
    }

    /** It may stand in an object as it is: upright, and of a process that receivers know. */
    boolean isFinal() {
        return facts.orientation() == Orientation.UPRIGHT
                && image.transferSyntaxUids().contains(UID.JPEGBaseline8Bit);
    }

    static JpegFile of(BulkValue file) throws IOException {
        JpegSegments segments = new JpegSegments();
        try (RangedInput in = new RangedInput(file)) {
            in.skipBytes(2);
            long scan = readHeaders(in, segments);
            JoinedValue codestream = new JoinedValue(segments.kept(), file, scan, end(in));
            return new JpegFile(codestream, inspect(codestream), segments.facts());
        } catch (EOFException e) {
            throw new UnfitFile(RefusalReason.DAMAGED_FILE, "JPEG, " + file.length() + " bytes");
        }
    }

    /** To the first scan, and tells where that begins. */
    private static long readHeaders(RangedInput in, JpegSegments segments) throws IOException {
        while (true) {
            long at = in.getStreamPosition();
            int marker = marker(in);
            if (marker == SOS) {
                in.seek(at);
                return at;
            }
            int length = in.readUnsignedShort() - 2;
            if (marker == EOI || length < 0 || at > LARGEST_HEADERS) {
                throw new UnfitFile(RefusalReason.DAMAGED_FILE, "JPEG, byte " + at);
            }
            byte[] content = new byte[length];
            in.readFully(content);
            segments.add(marker, content);
        }
    }

    /** Any number of fill bytes may come before a marker. */
    private static int marker(RangedInput in) throws IOException {
        int value = in.readUnsignedByte();
        if (value != 0xFF) {
            throw new UnfitFile(RefusalReason.DAMAGED_FILE, "JPEG, byte " + (in.getStreamPosition() - 1));
        }
        while (value == 0xFF) {
            value = in.readUnsignedByte();
        }
        return value;
    }

    /** Where the codestream ends. Between the scans of a progressive one there are segments, which are passed over. */
    private static long end(RangedInput in) throws IOException {
        byte[] block = new byte[64 << 10];
        boolean prefixed = false;
        while (true) {
            long at = in.getStreamPosition();
            int count = in.read(block, 0, block.length);
            if (count < 0) {
                throw new EOFException();
            }
            for (int i = 0; i < count; i++) {
                int value = block[i] & 0xFF;
                if (prefixed && value == EOI) {
                    return at + i + 1;
                } else if (prefixed && isSegment(value)) {
                    in.seek(at + i + 1);
                    in.seek(at + i + 1 + in.readUnsignedShort());
                    prefixed = false;
                    break;
                }
                prefixed = value == 0xFF;
            }
        }
    }

    /** Within compressed samples, FF is followed by 00, by a restart marker or by itself. */
    private static boolean isSegment(int marker) {
        return marker != 0 && marker != 0xFF && (marker < FIRST_RESTART || marker > LAST_RESTART);
    }

    private static CodedImage inspect(JoinedValue codestream) throws IOException {
        try {
            return JpegInspection.inspect(codestream.start(codestream.head().length + (64 << 10)));
        } catch (FrameException.CodecUnavailable e) {
            throw new UnfitFile(RefusalReason.UNSUPPORTED_COLOUR, e.getMessage());
        } catch (FrameException e) {
            throw new UnfitFile(RefusalReason.DAMAGED_FILE, "JPEG: " + e.getMessage());
        }
    }
}
