package org.aegle.dicom.image;

/**
 * What the markers of a JPEG codestream tell before its first scan. ITU-T T.81 Annex B.
 *
 * @param process number of the frame header, 0 for baseline
 * @param precision bits of a sample
 * @param rows rows
 * @param columns columns
 * @param components colour components
 * @param colours what JFIF and Adobe markers tell of the colours
 */
record JpegMarkers(int process, int precision, int rows, int columns, int components, Colours colours) {
    private static final int SOF0 = 0xC0;
    private static final int SOF15 = 0xCF;
    private static final int SOS = 0xDA;
    private static final int APP0 = 0xE0;
    private static final int APP14 = 0xEE;

    /** Colour space of three components. */
    enum Colours {
        /** Red, green and blue. */
        RGB,
        /** Luminance and chrominance. */
        YBR,
        /** No marker tells. */
        UNTOLD
    }

    /** Reads the markers up to the frame header. */
    static JpegMarkers read(byte[] bytes) throws FrameException {
        Colours colours = Colours.UNTOLD;
        int at = 2;
        while (at + 4 <= bytes.length) {
            int marker = bytes[at + 1] & 0xFF;
            if ((bytes[at] & 0xFF) != 0xFF || marker == SOS) {
                break;
            }
            if (marker == 0xFF) {
                at++;
                continue;
            }
            int length = number(bytes, at + 2);
            if (at + 2 + length > bytes.length) {
                break;
            }
            if (isFrameHeader(marker) && length >= 8) {
                return frame(bytes, at, marker - SOF0, colours);
            }
            colours = colours(bytes, at, marker, length, colours);
            at += 2 + length;
        }
        throw new FrameException.MalformedFrame("no JPEG frame header");
    }

    private static boolean isFrameHeader(int marker) {
        boolean table = marker == 0xC4 || marker == 0xC8 || marker == 0xCC;
        return marker >= SOF0 && marker <= SOF15 && !table;
    }

    private static JpegMarkers frame(byte[] bytes, int at, int process, Colours colours) {
        int components = bytes[at + 9] & 0xFF;
        boolean named = components == 3 && at + 16 < bytes.length && bytes[at + 10] == 'R' && bytes[at + 13] == 'G';
        return new JpegMarkers(
                process,
                bytes[at + 4] & 0xFF,
                number(bytes, at + 5),
                number(bytes, at + 7),
                components,
                named ? Colours.RGB : colours);
    }

    private static Colours colours(byte[] bytes, int at, int marker, int length, Colours known) {
        if (marker == APP0 && length >= 7 && bytes[at + 4] == 'J' && bytes[at + 5] == 'F') {
            return Colours.YBR;
        }
        if (marker == APP14 && length >= 14 && bytes[at + 4] == 'A' && bytes[at + 5] == 'd') {
            return bytes[at + 15] == 0 ? Colours.RGB : Colours.YBR;
        }
        return known;
    }

    private static int number(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    }
}
