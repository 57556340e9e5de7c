package org.aegle.patient;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatientFitTest {
    @ParameterizedTest
    @CsvSource({
        "Müller, Anna, MULLER, ANNA",
        "Müller, Anna, Mueller, Anna",
        "Strauß, Jörg, STRAUSS, JOERG",
        "García Márquez, José, Garcia-Marquez, Jose",
        "McDonald, Ian, Mc Donald, Ian",
        "O'Neil, Sue, ONeil, Sue",
        "Müller-Lüdenscheidt, Eva, Mueller Luedenscheidt, Eva",
        "Anna, Müller, Müller, Anna",
        "Castellanos, Maria Elena, Castellanos, Maria",
        "Castellanos, Maria E., Castellanos, Maria Elena",
        "Castellanos, M, Castellanos, Maria",
        "Castellanos, '', Castellanos, Maria",
        "Łukasz, Świątek, Swiatek, Lukasz"
    })
    void sameNameTypedInAnotherWayShouldFit(String family, String given, String otherFamily, String otherGiven) {
        PatientDemographics one = person(HumanName.of(family, given), "1970-05-31", "F");
        PatientDemographics other = person(HumanName.of(otherFamily, otherGiven), "1970-05-31", "F");

        assertEquals(Set.of(), PatientFit.contradictions(one, other));
        assertEquals(Set.of(), PatientFit.contradictions(other, one));
    }

    @ParameterizedTest
    @CsvSource({
        "Müller, Anna, Meier, Anna",
        "Müller, Anna, Müller, Berta",
        "Castellanos, Maria Elena, Castellanos, Maria Luisa",
        "Li, Wei, Liu, Wei"
    })
    void otherNameShouldContradict(String family, String given, String otherFamily, String otherGiven) {
        PatientDemographics one = person(HumanName.of(family, given), "1970-05-31", "F");
        PatientDemographics other = person(HumanName.of(otherFamily, otherGiven), "1970-05-31", "F");

        assertEquals(Set.of(PatientFit.Feature.NAME), PatientFit.contradictions(one, other));
    }

    @Test
    void sameIdeographicNameShouldFitWhateverItsRomanisation() {
        HumanName one = new HumanName("Yamada", "Tarou", "", "", "山田^太郎", "");
        HumanName other = new HumanName("Yamata", "Taro", "", "", "山田^太郎", "");
        HumanName stranger = new HumanName("", "", "", "", "鈴木^太郎", "");

        assertEquals(Set.of(), PatientFit.contradictions(person(one, "", ""), person(other, "", "")));
        assertEquals(
                Set.of(PatientFit.Feature.NAME),
                PatientFit.contradictions(person(one, "", ""), person(stranger, "", "")));
    }

    @Test
    void titleShouldNotMatter() {
        HumanName one = new HumanName("Brandt", "Helena", "Dr.", "PhD", "", "");

        assertEquals(
                Set.of(),
                PatientFit.contradictions(person(one, "", ""), person(HumanName.of("Brandt", "Helena"), "", "")));
    }

    @ParameterizedTest
    @CsvSource({
        "1970-05-31, '', true",
        "1970-05-31, 1970, true",
        "1970-05-31, 1970-05, true",
        "1970-05-31, 1970-05-30, false",
        "1970-05-31, 1971, false"
    })
    void birthDatesShouldContradictWhenTheyCannotBeOneDay(String one, String other, boolean fits) {
        HumanName name = HumanName.of("Müller", "Anna");

        assertEquals(
                fits ? Set.of() : Set.of(PatientFit.Feature.BIRTH_DATE),
                PatientFit.contradictions(person(name, one, ""), person(name, other, "")));
    }

    @ParameterizedTest
    @CsvSource({"F, F, true", "F, '', true", "F, M, false", "M, O, false"})
    void statedSexesShouldBeTheSame(String one, String other, boolean fits) {
        HumanName name = HumanName.of("Müller", "Anna");

        assertEquals(
                fits ? Set.of() : Set.of(PatientFit.Feature.SEX),
                PatientFit.contradictions(person(name, "", one), person(name, "", other)));
    }

    private static PatientDemographics person(HumanName name, String birthDate, String sex) {
        return PatientDemographics.of(name, new PartialDate(birthDate), AdministrativeGender.ofDicom(sex), List.of());
    }
}
