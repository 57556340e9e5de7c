package org.aegle.imaging.digitising;

/** What was put under the scanner or before the camera. PS3.3 C.8.6.1.1, C.7.3.1.1.1. */
public enum CaptureKind {
    /** Radiographic film. */
    FILM("DF", "RG", true),
    /** Paper. */
    DOCUMENT("SD", "DOC", true),
    /** The patient, or a part of the patient, by a camera. */
    PHOTOGRAPH("DI", "XC", false),
    /** What a screen shows. */
    SCREEN("WSD", "OT", false);

    private final String conversionType;
    private final String modality;
    private final boolean scanned;

    CaptureKind(String conversionType, String modality, boolean scanned) {
        this.conversionType = conversionType;
        this.modality = modality;
        this.scanned = scanned;
    }

    /** Conversion Type (0008,0064). */
    String conversionType() {
        return conversionType;
    }

    /** Modality (0008,0060) where nobody says what acquired the image first. */
    public String modality() {
        return modality;
    }

    /** The size of its pixels is one on a sheet. */
    boolean isScanned() {
        return scanned;
    }
}
