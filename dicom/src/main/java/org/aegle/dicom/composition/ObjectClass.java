package org.aegle.dicom.composition;

import java.util.Set;
import org.aegle.dicom.composition.CompositionException.Reason;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.dictionary.ElementDictionary;
import org.aegle.dicom.image.codec.CodedImage;

/**
 * What object bulk data becomes where the metadata does not say, with the attributes that its information object must
 * have. PS3.3 A.8, A.45.1, A.32.7; PS3.4 B.5.
 */
final class ObjectClass {
    private static final int BYTE = 8;

    private final Attributes dataset;
    private final Set<Adjustment> adjustments;

    ObjectClass(Attributes dataset, Set<Adjustment> adjustments) {
        this.dataset = dataset;
        this.adjustments = adjustments;
    }

    void image(CodedImage image, int frames) {
        if (isUntold()) {
            become(frames > 1 ? multiFrame(image) : UID.SecondaryCaptureImageStorage, "OT");
            fill(Tag.ConversionType, "WSD");
        }
        if (frames > 1) {
            fill(Tag.NumberOfFrames, Integer.toString(frames));
        }
    }

    private static String multiFrame(CodedImage image) {
        if (image.samples() > 1) {
            return UID.MultiFrameTrueColorSecondaryCaptureImageStorage;
        }
        return image.precision() <= BYTE
                ? UID.MultiFrameGrayscaleByteSecondaryCaptureImageStorage
                : UID.MultiFrameGrayscaleWordSecondaryCaptureImageStorage;
    }

    void video() {
        if (isUntold()) {
            become(UID.VideoPhotographicImageStorage, "XC");
        }
    }

    void pdf() throws CompositionException {
        if (isUntold()) {
            become(UID.EncapsulatedPDFStorage, "DOC");
            fill(Tag.ConversionType, "WSD");
            fill(Tag.BurnedInAnnotation, "YES");
            if (!dataset.contains(Tag.DocumentTitle)) {
                dataset.setNull(Tag.DocumentTitle, VR.ST);
            }
        }
        if (!dataset.getString(Tag.SOPClassUID).equals(UID.EncapsulatedPDFStorage)) {
            throw new CompositionException(
                    Reason.CONTRADICTION, "a PDF is no object of SOP class " + dataset.getString(Tag.SOPClassUID));
        }
    }

    private boolean isUntold() {
        return !dataset.containsValue(Tag.SOPClassUID);
    }

    private void become(String sopClass, String modality) {
        fill(Tag.SOPClassUID, sopClass);
        fill(Tag.Modality, modality);
        adjustments.add(Adjustment.FILLED);
    }

    private void fill(int tag, String value) {
        if (!dataset.containsValue(tag)) {
            dataset.setString(tag, ElementDictionary.standard().vr(tag), value);
        }
    }
}
