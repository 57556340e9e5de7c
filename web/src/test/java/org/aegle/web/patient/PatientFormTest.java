package org.aegle.web.patient;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.aegle.patient.AdministrativeGender;
import org.aegle.patient.Contact;
import org.aegle.patient.HumanName;
import org.aegle.patient.PartialDate;
import org.aegle.patient.PatientDemographics;
import org.aegle.patient.PatientIdentifier;
import org.junit.jupiter.api.Test;

class PatientFormTest {
    private static final PatientDemographics MARIA = new PatientDemographics(
            true,
            new HumanName("Sommer", "Maria", "Dr.", "", "夏^真理", ""),
            new PartialDate("1970-05"),
            AdministrativeGender.FEMALE,
            List.of(PatientIdentifier.of("AEGLE", "0815"), PatientIdentifier.of("OTHER", "X")),
            "2026-11-01T08:30:00Z",
            new Contact("1", "m@example.org", "Ring 1", "Wien", "1010", "AT", "de"));

    @Test
    void formThatWasNotTouchedShouldGiveWhatItWasMadeOf() {
        assertEquals(MARIA, PatientForm.of(MARIA).demographics());
    }

    @Test
    void controlCharactersAndSpaceAroundShouldNotBeKept() {
        PatientForm form = PatientForm.of(MARIA);
        form.set(PatientField.FAMILY, " Som\u0000mer\t ");
        assertEquals("Sommer", form.demographics().name().family());
    }

    @Test
    void newNumberShouldKeepItsAuthorityAndTheOtherIdentifiers() {
        PatientForm form = PatientForm.of(MARIA);
        form.set(PatientField.NUMBER, " 4711 ");
        assertEquals(
                List.of(PatientIdentifier.of("AEGLE", "4711"), PatientIdentifier.of("OTHER", "X")),
                form.demographics().identifiers());
    }

    @Test
    void dateOfDeathShouldOutweighTheWordAndLoseTheTimeOnlyWhenTheDayChanges() {
        PatientForm form = PatientForm.of(MARIA);
        assertEquals("true", form.get(PatientField.DECEASED));
        form.set(PatientField.DEATH_DATE, "2026-11-02");
        assertEquals("2026-11-02", form.demographics().deceased());
        form.set(PatientField.DEATH_DATE, "");
        form.set(PatientField.DECEASED, "false");
        assertEquals("false", form.demographics().deceased());
    }

    @Test
    void onlyFieldsThatBothChangedDifferentlyShouldClash() {
        PatientForm typed = PatientForm.of(MARIA);
        typed.set(PatientField.FAMILY, "Winter");
        typed.set(PatientField.CITY, "Graz");
        typed.set(PatientField.PHONE, "2");
        PatientForm stored = PatientForm.of(MARIA);
        stored.set(PatientField.FAMILY, "Herbst");
        stored.set(PatientField.CITY, "Graz");
        stored.set(PatientField.EMAIL, "other@example.org");
        assertEquals(
                List.of(new FieldChange(PatientField.FAMILY, "Sommer", "Herbst", "Winter")),
                FieldChange.between(typed, stored));
    }
}
