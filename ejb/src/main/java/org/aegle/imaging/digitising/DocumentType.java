package org.aegle.imaging.digitising;

/** What a document is, by its LOINC code: Concept Name Code Sequence (0040,A043). PS3.3 C.24.2. */
public enum DocumentType {
    REPORT("18748-4", "Diagnostic imaging study"),
    REFERRAL("57133-1", "Referral note"),
    CONSULTATION("11488-4", "Consult note"),
    DISCHARGE("18842-5", "Discharge summary"),
    LABORATORY("11502-2", "Laboratory report"),
    CONSENT("59284-0", "Consent Document");

    private final String code;
    private final String meaning;

    DocumentType(String code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    String code() {
        return code;
    }

    /** Code Meaning, the code's own name. */
    String meaning() {
        return meaning;
    }
}
