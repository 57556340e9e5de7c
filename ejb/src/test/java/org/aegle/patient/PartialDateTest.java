package org.aegle.patient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartialDateTest {
    @ParameterizedTest
    @CsvSource({
        "1970-05-31, 1970-05-31",
        "19700531, 1970-05-31",
        "31.5.1970, 1970-05-31",
        "31/05/1970, 1970-05-31",
        "1970-05, 1970-05",
        "1970, 1970"
    })
    void usualFormsShouldBeUnderstood(String typed, String date) {
        assertEquals(date, PartialDate.parse(typed).orElseThrow().text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1970-02-30", "1970-13", "yesterday", "", "31-05-1970", "0000"})
    void whatIsNoDayShouldNotBeGuessed(String typed) {
        assertEquals(Optional.empty(), PartialDate.parse(typed));
    }

    @Test
    void aMonthShouldReachFromItsFirstToItsLastDay() {
        PartialDate february = new PartialDate("2024-02");
        assertEquals(Optional.of(LocalDate.of(2024, 2, 1)), february.first());
        assertEquals(Optional.of(LocalDate.of(2024, 2, 29)), february.last());
    }

    @Test
    void aBrokenDicomDateShouldBeTakenForUnknown() {
        assertEquals(PartialDate.NONE, PartialDate.ofDicom("19701399"));
        assertEquals("1970-05-31", PartialDate.ofDicom("1970.05.31").text());
    }

    @Test
    void nothingButADateShouldBecomeOne() {
        assertThrows(IllegalArgumentException.class, () -> new PartialDate("31.5.1970"));
    }
}
