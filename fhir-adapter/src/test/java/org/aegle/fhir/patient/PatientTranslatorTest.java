package org.aegle.fhir.patient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.context.FhirContext;
import java.time.Instant;
import java.util.List;
import org.aegle.id.PatientId;
import org.aegle.patient.AdministrativeGender;
import org.aegle.patient.Contact;
import org.aegle.patient.HumanName;
import org.aegle.patient.PartialDate;
import org.aegle.patient.PatientDemographics;
import org.aegle.patient.PatientIdentifier;
import org.aegle.patient.PatientView;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;

class PatientTranslatorTest {
    private static final String SENT =
            "{\"resourceType\":\"Patient\",\"extension\":[{\"url\":\"http://example.org/eye\","
                    + "\"valueString\":\"green\"}],\"identifier\":[{\"use\":\"usual\",\"system\":\"http://his.example\","
                    + "\"value\":\"7\"}],\"name\":[{\"family\":\"Brandt\",\"given\":[\"Helena\",\"Marie\"]},"
                    + "{\"use\":\"maiden\",\"family\":\"Winter\"}],\"telecom\":[{\"system\":\"fax\",\"value\":\"1\"},"
                    + "{\"system\":\"phone\",\"value\":\"2\"}],\"gender\":\"female\",\"birthDate\":\"1970-05\","
                    + "\"maritalStatus\":{\"text\":\"married\"}}";

    private final PatientTranslator translator = new PatientTranslator();
    private final Patient sent = FhirContext.forR4Cached().newJsonParser().parseResource(Patient.class, SENT);

    @Test
    void everyTypedValueShouldBeTaken() {
        PatientDemographics typed = translator.toDemographics(sent);
        assertEquals(HumanName.of("Brandt", "Helena Marie"), typed.name());
        assertEquals(new PartialDate("1970-05"), typed.birthDate());
        assertEquals(AdministrativeGender.FEMALE, typed.gender());
        assertEquals(List.of(new PatientIdentifier("http://his.example", "7", "usual")), typed.identifiers());
        assertEquals("2", typed.contact().phone());
    }

    @Test
    void whatAPartnerSentShouldComeBackAsItWasSent() {
        Patient back = translator.toFhir(view(translator.toDemographics(sent), translator.content(sent)));
        assertEquals("green", back.getExtension().get(0).getValue().primitiveValue());
        assertEquals(2, back.getName().size());
        assertEquals("married", back.getMaritalStatus().getText());
        assertEquals("Patient/5/_history/3", back.getId());
    }

    @Test
    void whatAegleHasNoWordsForShouldSurviveAnEdit() {
        PatientDemographics before = translator.toDemographics(sent);
        PatientDemographics edited = new PatientDemographics(
                true,
                before.name(),
                new PartialDate("1970-05-31"),
                before.gender(),
                before.identifiers(),
                before.deceased(),
                new Contact("3", "", "", "", "", "", ""));
        Patient back = translator.toFhir(view(edited, translator.content(sent)));
        assertEquals("1970-05-31", back.getBirthDateElement().getValueAsString());
        assertEquals("green", back.getExtension().get(0).getValue().primitiveValue());
        assertEquals(2, back.getName().size());
        assertTrue(back.getTelecom().stream().anyMatch(t -> "1".equals(t.getValue())), "the fax number is gone");
        assertEquals(edited, translator.toDemographics(back));
    }

    @Test
    void typedValuesAloneShouldMakeTheSameTypedValues() {
        PatientDemographics typed = new PatientDemographics(
                true,
                new HumanName("Yamada", "Tarou", "Dr.", "", "山田^太郎", "やまだ^たろう"),
                new PartialDate("1974-07-21"),
                AdministrativeGender.MALE,
                List.of(new PatientIdentifier("AEGLE", "D-10004", "usual")),
                "2026-01-02",
                new Contact("1", "a@example.org", "2-3-1 Marunouchi", "Tokyo", "100-0005", "JP", "ja"));
        assertEquals(typed, translator.toDemographics(translator.toFhir(view(typed, ""))));
    }

    private static PatientView view(PatientDemographics demographics, String content) {
        return new PatientView(new PatientId(5), 3, Instant.EPOCH, "Aegle Hospital", demographics, content);
    }
}
