package org.aegle.dicom.image.codec;

import java.util.List;

/**
 * What a codestream tells of its image, read from its headers alone.
 *
 * @param transferSyntaxUids transfer syntaxes that it may stand in, the fitting one first
 * @param rows rows
 * @param columns columns
 * @param samples samples of a pixel, 1 or 3
 * @param precision bits of a sample
 * @param signed two's complement; JPEG and JPEG-LS do not tell, theirs is false
 * @param photometric Photometric Interpretation, "MONOCHROME2" for any single sample
 * @param lossyMethod Lossy Image Compression Method (0028,2114), "ISO_10918_1"; empty for lossless
 */
public record CodedImage(
        List<String> transferSyntaxUids,
        int rows,
        int columns,
        int samples,
        int precision,
        boolean signed,
        String photometric,
        String lossyMethod) {
    public CodedImage {
        transferSyntaxUids = List.copyOf(transferSyntaxUids);
    }

    public boolean isLossy() {
        return !lossyMethod.isEmpty();
    }
}
