package org.aegle.patient;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PatientStateTest {
    @Test
    void aVersionShouldBeReadAsItWasWritten() {
        PatientDemographics patient = new PatientDemographics(
                true,
                new HumanName("Yamada", "Tarou", "Dr.", "", "山田^太郎", "やまだ^たろう"),
                new PartialDate("1974-07"),
                AdministrativeGender.MALE,
                List.of(new PatientIdentifier("AEGLE", "D-10004", "usual")),
                "2026-01-02",
                new Contact("1", "a@example.org", "2-3-1 Marunouchi", "Tokyo", "100-0005", "JP", "ja"));
        assertEquals(patient, PatientState.read(PatientState.write(patient)));
    }

    @Test
    void nothingKnownShouldStayNothingKnown() {
        PatientDemographics nobody = PatientDemographics.of(
                HumanName.of("", ""), PartialDate.NONE, AdministrativeGender.UNSTATED, List.of());
        assertEquals(nobody, PatientState.read(PatientState.write(nobody)));
    }
}
