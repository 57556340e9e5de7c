package org.aegle.dicom.io;

/** Knows the first bytes of the compressed images that fragments hold. */
final class Codestreams {
    /** JPEG and JPEG-LS: SOI and the next marker. ITU-T T.81 B.1. */
    private static final int[] JPEG = {0xFF, 0xD8, 0xFF};

    /** JPEG 2000 and HTJ2K: SOC, SIZ. ITU-T T.800 A.4. */
    private static final int[] JPEG_2000 = {0xFF, 0x4F, 0xFF, 0x51};

    /** JP2 file. ITU-T T.800 I.5.1. */
    private static final int[] JP2 = {0, 0, 0, 0x0C, 'j', 'P', ' ', ' '};

    /** JPEG XL codestream. ISO/IEC 18181-1. */
    private static final int[] JPEG_XL = {0xFF, 0x0A};

    /** JPEG XL container. ISO/IEC 18181-2. */
    private static final int[] JPEG_XL_FILE = {0, 0, 0, 0x0C, 'J', 'X', 'L', ' '};

    private static final int[][] SIGNATURES = {JPEG, JPEG_2000, JP2, JPEG_XL, JPEG_XL_FILE};

    private Codestreams() {}

    /** A value of a length begins at the next byte of the source; does a codestream begin there? */
    static boolean startsAt(ByteSource source, long length) {
        for (int[] signature : SIGNATURES) {
            if (length >= signature.length && source.buffered() >= signature.length && matches(source, signature)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(ByteSource source, int[] signature) {
        for (int i = 0; i < signature.length; i++) {
            if (source.peek(i) != signature[i]) {
                return false;
            }
        }
        return true;
    }
}
