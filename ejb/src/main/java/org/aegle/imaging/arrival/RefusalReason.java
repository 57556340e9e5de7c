package org.aegle.imaging.arrival;

/** Why an object is not taken, or waits for a decision. */
public enum RefusalReason {
    /** Not a DICOM Part 10 file. */
    NOT_DICOM,
    /** Ends before its own lengths say. */
    TRUNCATED,
    /** Breaks the encoding rules of PS3.5 so that it cannot be read. */
    MALFORMED,
    /** Deeper, larger or longer than what is accepted. */
    OVER_LIMIT,
    UNSUPPORTED_TRANSFER_SYNTAX,
    /** Lacks SOP Class, SOP Instance, Series Instance or Study Instance UID. */
    MISSING_IDENTIFIER,
    /** A directory of a medium or another object that is no storage SOP class. */
    NOT_STORABLE,
    NOT_PERMITTED,
    /** Of another study than the one that was asked to be stored to. */
    STUDY_DIFFERS,
    /** Its SOP Instance UID is known with other content. */
    CONTENT_DIFFERS,
    /** Its study, or its Patient ID, is known with another patient. */
    PATIENT_DIFFERS,
    /** Its series is known in another study. */
    SERIES_DIFFERS,
    /** Its metadata refers to bulk data that did not come, or not all of it. */
    MISSING_BULK_DATA,
    /** Its bulk data is broken, or is not what its media type says. */
    MALFORMED_BULK_DATA,
    /** Its bulk data tells another story than its metadata. */
    BULK_DATA_DIFFERS,
    /** Its bulk data is of a kind that DICOM has no place for, or that we do not know. */
    UNSUPPORTED_BULK_DATA,
    /** Bulk data that no metadata refers to. */
    UNDESCRIBED_BULK_DATA,
    /** A file of which no object is made: not a JPEG, PNG, TIFF or PDF. */
    UNSUPPORTED_FILE,
    /** A picture or document that is broken or cut off. */
    DAMAGED_FILE,
    /** A document that needs a password. */
    ENCRYPTED_FILE,
    /** A picture of more pixels than are decoded. */
    TOO_MANY_PIXELS,
    /** A picture whose colours an image has no place for, such as those for a printing press. */
    UNSUPPORTED_COLOUR,
    /** It was decided that objects like this one are not taken. */
    REJECTED,
    NO_SPACE;

    /** Whether an object that waits for this reason is kept for good, and its sender may rely on that. */
    public boolean isAcknowledged() {
        return this == PATIENT_DIFFERS || this == SERIES_DIFFERS;
    }
}
