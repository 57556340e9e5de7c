package org.aegle.dicom.deidentify;

/**
 * The name under which a project knows a patient: sixteen letters and digits that depend on the Patient ID and the
 * project's key alone, so that objects of one patient stay together. PS3.15 E.1.1 note on dummy values.
 */
public final class PatientPseudonym {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int LENGTH = 16;

    private final ProjectKey key;

    /** The pseudonyms of a project. */
    public PatientPseudonym(ProjectKey key) {
        this.key = key;
    }

    /** The pseudonym of a patient; none for an empty identifier. */
    public String of(String patientId) {
        if (patientId.isEmpty()) {
            return "";
        }
        byte[] hash = key.hash("patient", patientId);
        StringBuilder name = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            name.append(ALPHABET.charAt(hash[i] & 0x1F));
        }
        return name.toString();
    }
}
