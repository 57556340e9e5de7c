package org.aegle.patient;

import java.io.Serializable;

/**
 * An identifier and who assigned it.
 *
 * @param authority the assigning authority: DICOM's Issuer of Patient ID, or a FHIR system
 * @param value not empty
 * @param use FHIR identifier-use, or empty
 */
public record PatientIdentifier(String authority, String value, String use) implements Serializable {
    private static final String OWN = "urn:aegle:authority:";

    public static PatientIdentifier of(String authority, String value) {
        return new PatientIdentifier(authority, value, "");
    }

    /** The authority as a FHIR system: a name that is no URI gets a prefix of ours. */
    public String system() {
        return authority.contains(":") || authority.isEmpty() ? authority : OWN + authority;
    }

    /** The authority of a FHIR system, the reverse of {@link #system()}. */
    public static String authority(String system) {
        return system.startsWith(OWN) ? system.substring(OWN.length()) : system;
    }
}
