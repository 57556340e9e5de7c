package org.aegle.dicom.deidentify;

/** What a person should know of a de-identified object before it is disclosed. */
public enum DeidentificationFinding {
    /** The image does not say whether annotations are burned in, and no region was cleaned. PS3.3 C.7.6.1.1.6. */
    BURNED_IN_ANNOTATION_UNKNOWN,
    /** The object says that a face or the like can be recognised in it. PS3.3 C.12.1. */
    RECOGNIZABLE_VISUAL_FEATURES,
    /** Clean Recognizable Visual Features was asked for; it was not done and the object does not claim it. */
    RECOGNIZABLE_VISUAL_FEATURES_NOT_CLEANED,
    /** Overlay planes were in the object and are gone, with whatever finding they showed. */
    OVERLAYS_REMOVED,
    /** An encapsulated document gave way to a blank one. */
    DOCUMENT_BLANKED,
    /** Structured content gave way to a remark, since Clean Structured Content was not asked for. */
    CONTENT_REPLACED
}
