package org.aegle.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.aegle.refusal.Invalid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScopesTest {
    @Test
    void wildcardShouldAllowEveryTypeButOnlyItsLetters() {
        Scopes scopes = Scopes.parse("system/*.rs");
        assertTrue(scopes.allow("Patient", 'r'));
        assertTrue(scopes.allow("ImagingStudy", 's'));
        assertFalse(scopes.allow("Patient", 'c'));
    }

    @Test
    void typeShouldAllowNoOtherType() {
        assertFalse(Scopes.parse("system/Patient.cruds").allow("ImagingStudy", 'r'));
    }

    @ParameterizedTest
    @CsvSource({
        "system/*.cruds, system/*.rs, system/*.rs",
        "system/Patient.cruds, system/*.rs, system/Patient.rs",
        "system/*.cruds, system/Patient.r, system/Patient.r",
        "system/Patient.r, system/ImagingStudy.r, ''",
        "system/Patient.c, system/*.rs, ''"
    })
    void askedShouldBeNarrowedToWhatIsGranted(String asked, String granted, String left) {
        assertEquals(left, Scopes.parse(asked).within(Scopes.parse(granted)).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "patient/*.rs", "system/*.", "system/Patient.sr", "system/patient.r", "openid"})
    void whatIsNoSystemScopeShouldBeRefused(String text) {
        assertThrows(Invalid.class, () -> Scopes.parse(text));
    }
}
