package org.aegle.dicom.composition;

/** What composing an object changed of its metadata. */
public enum Adjustment {
    /** Attributes that the metadata should have had were filled in, such as the SOP class. */
    FILLED,
    /** Elements were left out: those of a file's header or group lengths. */
    DISCARDED
}
