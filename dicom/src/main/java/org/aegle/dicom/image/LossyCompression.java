package org.aegle.dicom.image;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.data.VR;

/** That an image has once lost something, which it has to tell for ever after. PS3.3 C.7.6.1.1.5. */
final class LossyCompression {
    private static final String YES = "01";

    /** Lossy Image Compression Method of the transfer syntaxes that lose, or may. */
    private static final Map<String, String> METHODS = Map.of(
            UID.JPEGBaseline8Bit, "ISO_10918_1",
            UID.JPEGExtended12Bit, "ISO_10918_1",
            UID.JPEGSpectralSelectionNonHierarchical68, "ISO_10918_1",
            UID.JPEGFullProgressionNonHierarchical1012, "ISO_10918_1",
            UID.JPEGLSNearLossless, "ISO_14495_1",
            UID.JPEG2000, "ISO_15444_1",
            UID.HTJ2K, "ISO_15444_15");

    /** Here the image itself may tell that nothing was lost. PS3.5 A.4.3, A.4.4. */
    private static final Set<String> PERHAPS_LOSSLESS = Set.of(UID.JPEGLSNearLossless, UID.JPEG2000, UID.HTJ2K);

    private LossyCompression() {}

    /**
     * Has an image tell that its transfer syntax made it lose something. It keeps what it tells already.
     *
     * @param encodedBytes length of the pixel data as it was encoded
     * @param nativeBytes and of the same decoded
     */
    static void tell(Attributes image, String transferSyntaxUid, long encodedBytes, long nativeBytes) {
        String method = METHODS.get(transferSyntaxUid);
        String told = image.getString(Tag.LossyImageCompression);
        boolean denied = !told.isEmpty() && PERHAPS_LOSSLESS.contains(transferSyntaxUid);
        if (method == null || told.equals(YES) || denied) {
            return;
        }
        double ratio = (double) nativeBytes / Math.max(1, encodedBytes);
        image.setString(Tag.LossyImageCompression, VR.CS, YES);
        image.setString(Tag.LossyImageCompressionRatio, VR.DS, String.format(Locale.ROOT, "%.2f", ratio));
        image.setString(Tag.LossyImageCompressionMethod, VR.CS, method);
    }
}
