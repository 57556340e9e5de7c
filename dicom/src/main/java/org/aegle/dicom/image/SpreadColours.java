package org.aegle.dicom.image;

/**
 * Colours whose chrominance was subsampled and is no longer: their Photometric Interpretation fits no more, and many
 * image IODs know no native other than RGB. They become it, as dcmtk and GDCM have it. PS3.3 C.7.6.3.1.2.
 */
public final class SpreadColours {
    private SpreadColours() {}

    /**
     * The frame in RGB; the same frame where nothing was subsampled, so that what is lossless stays so.
     *
     * @param told Photometric Interpretation of the encoded frame
     */
    public static Frame toRgb(String told, Frame frame) {
        PixelFormat format = frame.format();
        boolean subsampled = told.endsWith("_422") || told.endsWith("_420");
        if (!subsampled || !format.isLuminanceChrominance() || format.bitsAllocated() != 8) {
            return frame;
        }
        LuminanceChrominance equations = LuminanceChrominance.of(format.photometric());
        byte[] samples = frame.samples();
        byte[] colours = new byte[samples.length];
        int[] row = new int[format.columns() * format.samples()];
        for (int from = 0; from < samples.length; from += row.length) {
            for (int i = 0; i < row.length; i++) {
                row[i] = samples[from + i] & 0xFF;
            }
            equations.toRgb(row);
            for (int i = 0; i < row.length; i++) {
                colours[from + i] = (byte) row[i];
            }
        }
        return new Frame(format.interleaved("RGB"), colours);
    }
}
