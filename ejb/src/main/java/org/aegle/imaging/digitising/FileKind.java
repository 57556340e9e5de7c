package org.aegle.imaging.digitising;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.aegle.imaging.arrival.RefusalReason;

/** What a file is by its first bytes; its name counts for nothing. */
enum FileKind {
    JPEG,
    PNG,
    TIFF,
    PDF;

    /** Bytes that {@link #of} wants to see: a PDF may have some before its header. ISO 32000-1 Annex H.3. */
    static final int LEAD = 1024;

    private static final int DICOM_PREFIX = 128;

    /** The kind, or a refusal that names the kind where it is a well-known one. */
    static FileKind of(byte[] start) throws UnfitFile {
        if (begins(start, 0, 0xFF, 0xD8, 0xFF)) {
            return JPEG;
        } else if (begins(start, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
            return PNG;
        } else if (begins(start, 0, 'I', 'I', 42, 0) || begins(start, 0, 'M', 'M', 0, 42)) {
            return TIFF;
        } else if (new String(start, StandardCharsets.ISO_8859_1).contains("%PDF-")) {
            return PDF;
        }
        throw new UnfitFile(RefusalReason.UNSUPPORTED_FILE, name(start));
    }

    private static String name(byte[] start) {
        if (begins(start, 4, 'f', 't', 'y', 'p')) {
            String brand = new String(Arrays.copyOfRange(start, 8, 12), StandardCharsets.ISO_8859_1);
            return brand.matches("hei[cxs]|mif1|msf1") ? "HEIC" : brand.matches("avi[fs]") ? "AVIF" : "MP4";
        } else if (begins(start, DICOM_PREFIX, 'D', 'I', 'C', 'M')) {
            return "DICOM";
        } else if (begins(start, 0, 'I', 'I', 43, 0) || begins(start, 0, 'M', 'M', 0, 43)) {
            return "BigTIFF";
        } else if (begins(start, 0, 'G', 'I', 'F', '8')) {
            return "GIF";
        } else if (begins(start, 8, 'W', 'E', 'B', 'P')) {
            return "WebP";
        }
        return begins(start, 0, 'B', 'M') ? "BMP" : "";
    }

    private static boolean begins(byte[] start, int at, int... bytes) {
        if (start.length < at + Math.max(bytes.length, 8)) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((start[at + i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
