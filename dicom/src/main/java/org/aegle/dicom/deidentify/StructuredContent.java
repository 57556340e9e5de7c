package org.aegle.dicom.deidentify;

import java.util.Set;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;

/** Content items of structured reports and key object selections. PS3.15 E.3.4, PS3.3 C.17.3, PS3.16 TID 1007. */
final class StructuredContent {
    private static final String COMMENT = "121106";
    private static final String SUBJECT_BIRTH_DATE = "121031";

    /** Sex, age, species, breed, size and weight, body mass index of the subject. */
    private static final Set<String> CHARACTERISTICS = Set.of(
            "121032",
            "121033",
            "121034",
            "8302-2",
            "29463-7",
            "60621009",
            "50373000",
            "27113001",
            "397669002",
            "263495000",
            "424144002");

    private StructuredContent() {}

    /** The item tells of the subject what the options do not retain. No option retains a date of birth. */
    static boolean isWithheld(Attributes item, Set<ProfileOption> options) {
        String concept = item.findItem(Tag.ConceptNameCodeSequence)
                .map(code -> code.getString(Tag.CodeValue))
                .orElse("");
        boolean characteristic = CHARACTERISTICS.contains(concept);
        return concept.equals(SUBJECT_BIRTH_DATE)
                || characteristic && !options.contains(ProfileOption.RETAIN_PATIENT_CHARACTERISTICS);
    }

    /** A remark in place of all content. */
    static Attributes dummy() {
        Attributes item = new Attributes();
        item.setString(Tag.RelationshipType, VR.CS, "CONTAINS");
        item.setString(Tag.ValueType, VR.CS, "TEXT");
        item.newSequence(Tag.ConceptNameCodeSequence, 1).add(CodedEntries.code(COMMENT, "DCM", "Comment"));
        item.setString(Tag.TextValue, VR.UT, DummyValues.TEXT);
        return item;
    }
}
