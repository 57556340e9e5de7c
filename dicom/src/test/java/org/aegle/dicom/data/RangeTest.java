package org.aegle.dicom.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RangeTest {
    @Test
    void datesShouldHaveOpenAndClosedEnds() {
        DateRange closed = DateRange.parse("20200101-20201231").orElseThrow();
        assertTrue(closed.contains(LocalDate.of(2020, 12, 31)));
        assertFalse(closed.contains(LocalDate.of(2021, 1, 1)));
        DateRange from = DateRange.parse("20200101-").orElseThrow();
        assertTrue(from.hasFirst());
        assertFalse(from.hasLast());
        DateRange to = DateRange.parse("-20200101").orElseThrow();
        assertTrue(to.contains(LocalDate.of(1900, 1, 1)));
        DateRange day = DateRange.parse("20200101").orElseThrow();
        assertEquals(day.first(), day.last());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "2020", "20201301", "20200101-2020", "a-b", "20200101-20200102-20200103"})
    void whatIsNoDateShouldBeNoRange(String key) {
        assertEquals(Optional.empty(), DateRange.parse(key));
    }

    @Test
    void partsOfATimeShouldCoverAllItsInstants() {
        TimeRange range = TimeRange.parse("10-11").orElseThrow();
        assertTrue(range.contains(LocalTime.of(10, 0)));
        assertTrue(range.contains(LocalTime.of(11, 59, 59, 999_999_000)));
        assertFalse(range.contains(LocalTime.of(12, 0)));
        assertTrue(TimeRange.parse("1015").orElseThrow().contains(LocalTime.of(10, 15, 42)));
        assertTrue(TimeRange.parse("-0900").orElseThrow().contains(LocalTime.MIDNIGHT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "1", "25", "1060", "101530.1234567", "noon"})
    void whatIsNoTimeShouldBeNoRange(String key) {
        assertEquals(Optional.empty(), TimeRange.parse(key));
    }
}
