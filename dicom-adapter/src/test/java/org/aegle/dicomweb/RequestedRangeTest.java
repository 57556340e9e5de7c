package org.aegle.dicomweb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ranges of a content of 100 bytes. RFC 9110 14.1.2, 14.2. */
class RequestedRangeTest {
    @ParameterizedTest
    @CsvSource({
        "bytes=0-9, 0 10",
        "bytes=90-, 90 10",
        "bytes=90-500, 90 10",
        "bytes=-10, 90 10",
        "bytes=-500, 0 100",
        "bytes=100-, 100 0",
        "bytes=100-200, 100 0",
        "bytes=-0, 100 0",
        "bytes=9-3, none",
        "bytes=-, none",
        "items=0-9, none",
        "'bytes=0-1,4-5', none",
        "bytes=9999999999999999999-, none"
    })
    void rangeShouldBeWhatTheHeaderAsksForWithinTheContent(String header, String expected) {
        String range = RequestedRange.find(header, 100)
                .map(found -> found.first() + " " + found.length())
                .orElse("none");

        assertEquals(expected, range);
    }
}
