package org.aegle.dicom.image.codec.jpeg2000;

import java.nio.ByteBuffer;
import java.util.OptionalInt;
import org.aegle.dicom.image.FrameException;
import org.aegle.dicom.image.FrameException.CodecUnavailable;
import org.aegle.dicom.image.FrameException.MalformedFrame;

/**
 * What a JP2 or JPX file holds, as far as it concerns the codestream, which alone belongs into an object. ITU-T T.800
 * Annex I.
 *
 * @param offset position of the codestream
 * @param length bytes of the codestream
 * @param colourSpace Enumerated Colour Space (I.5.3.3): 16 sRGB, 17 gray, 18 sYCC; empty where it is told otherwise
 */
public record Jp2Contents(long offset, long length, OptionalInt colourSpace) {
    /** Enumerated Colour Space of luminance and chrominance. */
    public static final int SYCC = 18;

    private static final int SIGNATURE = 0x6A502020;
    private static final int CODESTREAM = 0x6A703263;
    private static final int HEADER = 0x6A703268;
    private static final int COLOUR = 0x636F6C72;
    private static final int PALETTE = 0x70636C72;
    private static final int BOX = 8;
    private static final int LONG_BOX = 16;
    private static final int ENUMERATED = 1;

    /** Whether bytes begin as such a file does. */
    public static boolean isFile(byte[] start) {
        return start.length >= 12 && ByteBuffer.wrap(start).getInt(4) == SIGNATURE;
    }

    /**
     * Finds the codestream.
     *
     * @param start the file, or its beginning up to the codestream
     * @param total bytes of the whole file
     * @throws CodecUnavailable when the codestream holds indexes of a palette
     * @throws MalformedFrame when it has no codestream
     */
    public static Jp2Contents of(byte[] start, long total) throws FrameException {
        ByteBuffer file = ByteBuffer.wrap(start);
        OptionalInt colourSpace = OptionalInt.empty();
        long at = 0;
        while (at + BOX <= start.length) {
            long told = file.getInt((int) at) & 0xFFFF_FFFFL;
            int type = file.getInt((int) at + 4);
            boolean wide = told == 1 && at + LONG_BOX <= start.length;
            int head = wide ? LONG_BOX : BOX;
            long length = wide ? file.getLong((int) at + BOX) : told == 0 ? total - at : told;
            if (length < head || length > total - at) {
                throw new MalformedFrame("a box beyond the end of the JP2 file");
            }
            if (type == CODESTREAM) {
                return new Jp2Contents(at + head, length - head, colourSpace);
            }
            if (type == HEADER && at + length <= start.length) {
                colourSpace = colourSpace(file, (int) at + head, (int) (at + length));
            }
            at += length;
        }
        throw new MalformedFrame("a JP2 file without a codestream");
    }

    private static OptionalInt colourSpace(ByteBuffer file, int from, int end) throws FrameException {
        OptionalInt found = OptionalInt.empty();
        int at = from;
        while (at + BOX <= end) {
            int length = file.getInt(at);
            int type = file.getInt(at + 4);
            if (length < BOX || length > end - at) {
                throw new MalformedFrame("a box beyond the end of the JP2 header");
            }
            if (type == PALETTE) {
                throw new CodecUnavailable("JP2 with a palette");
            }
            if (type == COLOUR && found.isEmpty() && length >= BOX + 7 && file.get(at + BOX) == ENUMERATED) {
                found = OptionalInt.of(file.getInt(at + BOX + 3));
            }
            at += length;
        }
        return found;
    }
}
