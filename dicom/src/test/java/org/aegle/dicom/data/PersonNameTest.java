package org.aegle.dicom.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PersonNameTest {
    @Test
    void componentsAndGroupsShouldBeTold() {
        PersonName name = PersonName.parse("Adams^John Robert Quincy^^Rev.^B.A. M.Div.=山田^太郎=やまだ");
        assertEquals("Adams", name.family());
        assertEquals("John Robert Quincy", name.given());
        assertEquals("Rev.", name.alphabetic().prefix());
        assertEquals("B.A. M.Div.", name.alphabetic().suffix());
        assertEquals("太郎", name.ideographic().given());
        assertEquals("やまだ", name.phonetic().family());
        assertEquals(
                "Rev. John Robert Quincy Adams B.A. M.Div.", name.alphabetic().readable());
    }

    @Test
    void trailingDelimitersShouldGo() {
        assertEquals("Doe^Jane", PersonName.parse("Doe^Jane^^^==").toString());
        assertEquals("=山田", PersonName.parse("=山田^").toString());
    }

    @Test
    void delimitersOnlyShouldBeNoName() {
        assertTrue(PersonName.parse("^^^^").isEmpty());
        assertEquals("", PersonName.parse("^^=^").toString());
    }

    @Test
    void ideographsShouldStandInForMissingLetters() {
        assertEquals("山田", PersonName.parse("=山田^太郎").family());
    }
}
