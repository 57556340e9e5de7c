package org.aegle.id;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class OneLineTest {
    @Test
    void plainTextShouldStayAsItIs() {
        String text = "Müller^Käthe 山田";
        assertSame(text, OneLine.of(text, "", 100));
    }

    @Test
    void controlCharactersShouldGiveWay() {
        assertEquals("abcd", OneLine.of("a\u0000b\r\nc\u007fd", "", 100));
        assertEquals(" a  b", OneLine.of("\ta\r\nb", " ", 100));
    }

    @Test
    void longTextShouldBeCut() {
        assertEquals("abc", OneLine.of("abcdef", "", 3));
        assertEquals("ab", OneLine.of("\na\nbcdef", "", 2));
    }
}
