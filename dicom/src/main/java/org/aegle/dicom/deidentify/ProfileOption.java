package org.aegle.dicom.deidentify;

import java.util.Arrays;
import java.util.Optional;

/** The options of the profile. PS3.15 E.3, PS3.16 CID 7050. */
public enum ProfileOption {
    /** Pixels of the regions that the profile names are blackened. E.3.1. */
    CLEAN_PIXEL_DATA("113101", "Clean Pixel Data Option"),
    /** Asked for but never done: faces are not taken out of volumes here, and a finding says so. E.3.2. */
    CLEAN_RECOGNIZABLE_VISUAL_FEATURES("113102", "Clean Recognizable Visual Features Option"),
    /** Graphic annotations keep their figures, their text is cleaned; overlays and curves are removed. E.3.3. */
    CLEAN_GRAPHICS("113103", "Clean Graphics Option"),
    /** Structured content keeps its tree; names, texts, identifiers and dates in it are cleaned. E.3.4. */
    CLEAN_STRUCTURED_CONTENT("113104", "Clean Structured Content Option"),
    /** Descriptions and comments go through the profile's {@link TextCleaner}. E.3.5. */
    CLEAN_DESCRIPTORS("113105", "Clean Descriptors Option"),
    /** Dates and times stay. E.3.6. */
    RETAIN_FULL_DATES("113106", "Retain Longitudinal Temporal Information Full Dates Option"),
    /** Dates are shifted by the same number of days for all objects of a patient; times of day stay. E.3.6. */
    RETAIN_MODIFIED_DATES("113107", "Retain Longitudinal Temporal Information Modified Dates Option"),
    /** Age, sex, size, weight and the like stay. E.3.7. */
    RETAIN_PATIENT_CHARACTERISTICS("113108", "Retain Patient Characteristics Option"),
    /** Serial numbers and names of devices stay. E.3.8. */
    RETAIN_DEVICE_IDENTITY("113109", "Retain Device Identity Option"),
    /** Unique identifiers stay. E.3.9. */
    RETAIN_UIDS("113110", "Retain UIDs Option"),
    /** Private elements of the profile's list stay. E.3.10. */
    RETAIN_SAFE_PRIVATE("113111", "Retain Safe Private Option"),
    /** The institution stays. E.3.11. */
    RETAIN_INSTITUTION_IDENTITY("113112", "Retain Institution Identity Option");

    private final String code;
    private final String meaning;

    ProfileOption(String code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /** Code value in the coding scheme DCM. */
    public String code() {
        return code;
    }

    /** Code meaning. */
    public String meaning() {
        return meaning;
    }

    static Optional<ProfileOption> ofCode(String code) {
        return Arrays.stream(values())
                .filter(option -> option.code.equals(code))
                .findFirst();
    }
}
