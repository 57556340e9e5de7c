package org.aegle.patient;

import java.util.Locale;
import java.util.Optional;

/** FHIR R4 administrative-gender; {@link #UNSTATED} where nothing was said, which is not the same as unknown. */
public enum AdministrativeGender {
    MALE,
    FEMALE,
    OTHER,
    UNKNOWN,
    UNSTATED;

    /** The FHIR code, or empty when unstated. */
    public String code() {
        return this == UNSTATED ? "" : name().toLowerCase(Locale.ROOT);
    }

    public static Optional<AdministrativeGender> ofCode(String code) {
        for (AdministrativeGender gender : values()) {
            if (gender.code().equals(code)) {
                return Optional.of(gender);
            }
        }
        return Optional.empty();
    }

    /** From DICOM Patient's Sex (0010,0040), PS3.3 C.2.3: M, F, O or empty. */
    public static AdministrativeGender ofDicom(String sex) {
        return switch (sex) {
            case "M" -> MALE;
            case "F" -> FEMALE;
            case "O" -> OTHER;
            default -> UNSTATED;
        };
    }

    /** As DICOM Patient's Sex, empty for what DICOM has no word for. */
    public String dicom() {
        return switch (this) {
            case MALE -> "M";
            case FEMALE -> "F";
            case OTHER -> "O";
            case UNKNOWN, UNSTATED -> "";
        };
    }
}
