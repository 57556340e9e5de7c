package org.aegle.dicomweb;

import java.util.OptionalInt;
import java.util.Set;
import org.aegle.imaging.arrival.RefusalReason;
import org.aegle.imaging.arrival.StoreWarning;

/** The Failure and Warning Reasons of a store response, PS3.18 Annex I.2 and PS3.3 C.14.1.1. */
final class DicomwebFailures {
    /** Warning Reason (0008,1196) of an object whose attributes will not be served as they came. */
    static final int COERCION_OF_DATA_ELEMENTS = 0xB000;

    private static final int PROCESSING_FAILURE = 0x0110;
    private static final int DUPLICATE_INSTANCE = 0x0111;
    private static final int SOP_CLASS_NOT_SUPPORTED = 0x0122;
    private static final int NOT_AUTHORIZED = 0x0124;
    private static final int OUT_OF_RESOURCES = 0xA700;
    private static final int DOES_NOT_MATCH_SOP_CLASS = 0xA900;
    private static final int CANNOT_UNDERSTAND = 0xC000;
    /** Within Cxxx, Cannot Understand: the standard leaves the digits to us. */
    private static final int BULK_DATA_MISSING = 0xC131;

    /** Within Cxxx: the object is not of the study that it is stored to. */
    private static final int OTHER_STUDY = 0xC409;

    private static final int TRANSFER_SYNTAX_NOT_SUPPORTED = 0xC122;

    private DicomwebFailures() {}

    static int failureReason(RefusalReason reason) {
        return switch (reason) {
            case NOT_DICOM, TRUNCATED, MALFORMED, OVER_LIMIT -> CANNOT_UNDERSTAND;
            case MISSING_IDENTIFIER -> DOES_NOT_MATCH_SOP_CLASS;
            case UNSUPPORTED_TRANSFER_SYNTAX -> TRANSFER_SYNTAX_NOT_SUPPORTED;
            case NOT_STORABLE -> SOP_CLASS_NOT_SUPPORTED;
            case NOT_PERMITTED -> NOT_AUTHORIZED;
            case CONTENT_DIFFERS -> DUPLICATE_INSTANCE;
            case STUDY_DIFFERS -> OTHER_STUDY;
            case PATIENT_DIFFERS, SERIES_DIFFERS, REJECTED -> PROCESSING_FAILURE;
            case MISSING_BULK_DATA -> BULK_DATA_MISSING;
            case MALFORMED_BULK_DATA, UNDESCRIBED_BULK_DATA -> CANNOT_UNDERSTAND;
            // Of files that people upload; no object that comes by DICOMweb is refused so.
            case UNSUPPORTED_FILE, DAMAGED_FILE, ENCRYPTED_FILE, TOO_MANY_PIXELS, UNSUPPORTED_COLOUR ->
                CANNOT_UNDERSTAND;
            case BULK_DATA_DIFFERS -> DOES_NOT_MATCH_SOP_CLASS;
            case UNSUPPORTED_BULK_DATA -> TRANSFER_SYNTAX_NOT_SUPPORTED;
            case NO_SPACE -> OUT_OF_RESOURCES;
        };
    }

    /** The Warning Reason (0008,1196), PS3.18 Annex I.2.1. Of several, the one that concerns most of the object. */
    static OptionalInt warningReason(Set<StoreWarning> warnings) {
        return warnings.stream().mapToInt(DicomwebFailures::warningReason).min();
    }

    private static int warningReason(StoreWarning warning) {
        return switch (warning) {
            case COERCED -> COERCION_OF_DATA_ELEMENTS;
            case DISCARDED -> 0xB006;
            case HEADER_DIFFERS -> 0xB007;
        };
    }
}
