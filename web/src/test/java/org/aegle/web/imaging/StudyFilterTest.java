package org.aegle.web.imaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.aegle.imaging.ImagingSearch;
import org.aegle.search.Match;
import org.aegle.search.Restriction;
import org.junit.jupiter.api.Test;

class StudyFilterTest {
    private final StudyFilter filter = new StudyFilter();

    @Test
    void untouchedOrEmptiedFilterShouldRestrictNothing() {
        filter.setAccession(null);
        filter.setPatient("  ");
        assertTrue(filter.isBlank());
    }

    @Test
    void oneSidedRangeShouldStayOpenOnTheOther() {
        filter.setFrom(LocalDate.of(2026, 11, 1));
        assertEquals(
                List.of(Restriction.where("StudyDate", new Match.Between("2026-11-01", ""))), filter.restrictions());
    }

    @Test
    void wordOfAPatientShouldMeanNameNumberOrBirthDate() {
        filter.setPatient("Castellanos, 12.04.1968");
        List<Restriction> wanted = filter.restrictions();
        assertEquals(2, wanted.size());
        assertTrue(((Restriction.AnyOf) wanted.get(1))
                .alternatives()
                .contains(Restriction.where("PatientBirthDate", Match.is("1968-04-12"))));
    }

    @Test
    void everyParameterShouldBeOneThatStudiesAreSearchedBy() {
        filter.setFrom(LocalDate.of(2026, 11, 1));
        filter.setModality("CT");
        filter.setAccession("A");
        filter.setPatient("1968-04-12");
        filter.setDescription("head");
        filter.restrictions().forEach(StudyFilterTest::requireKnown);
    }

    private static void requireKnown(Restriction restriction) {
        if (restriction instanceof Restriction.AnyOf any) {
            any.alternatives().forEach(StudyFilterTest::requireKnown);
        } else {
            String parameter = ((Restriction.Criterion) restriction).parameter();
            assertTrue(ImagingSearch.STUDIES.parameters().containsKey(parameter), parameter);
        }
    }
}
