package org.aegle.web.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @ParameterizedTest
    @CsvSource({
        "2026-11-24, DAYS, 0",
        "2026-10-01, DAYS, 54",
        "2026-09-24, MONTHS, 2",
        "2024-11-25, MONTHS, 23",
        "2024-11-24, YEARS, 2",
        "1970-11-25, YEARS, 55",
        "1970-11-24, YEARS, 56"
    })
    void ageShouldBeInTheUnitOfThatAge(LocalDate birth, Age.Unit unit, long count) {
        assertEquals(new Age(unit, count), Age.between(birth, birth, TODAY));
    }

    @ParameterizedTest
    @CsvSource({"1970-01-01, 1970-12-31, ABOUT_YEARS, 56", "1970-01-01, 1970-01-31, YEARS, 56"})
    void ageOfSomebodyBornInAYearShouldBeToldAsUncertainOnlyWhereItIs(
            LocalDate first, LocalDate last, Age.Unit unit, long count) {
        assertEquals(new Age(unit, count), Age.between(first, last, TODAY));
    }
}
