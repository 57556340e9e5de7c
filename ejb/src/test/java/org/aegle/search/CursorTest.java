package org.aegle.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.aegle.refusal.Invalid;
import org.junit.jupiter.api.Test;

class CursorTest {
    @Test
    void valuesShouldSurviveALink() {
        Cursor cursor = new Cursor(List.of("müller|%_'", "", "42"));
        assertEquals(cursor, Cursor.decode(cursor.encode()));
    }

    @Test
    void whatNoLinkHadShouldBeRefused() {
        assertThrows(Invalid.class, () -> Cursor.decode("not base64!"));
    }
}
