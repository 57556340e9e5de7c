package org.aegle.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.aegle.refusal.Invalid;
import org.junit.jupiter.api.Test;

class CertificateRuleTest {
    private static final String FINGERPRINT = "0123456789ABCDEF".repeat(4);

    @Test
    void fingerprintShouldBeReadInAnyOfItsForms() {
        String withColons = FINGERPRINT.replaceAll("(..)(?!$)", "$1:");

        assertEquals(
                FINGERPRINT.toLowerCase(), CertificateRule.parse(withColons).text());
        assertEquals(
                FINGERPRINT.toLowerCase(),
                CertificateRule.parse(" " + FINGERPRINT + "\n").text());
    }

    @Test
    void subjectShouldBeReadWithOrWithoutBlanks() {
        assertEquals(CertificateRule.parse("CN=CT1,O=Hospital"), CertificateRule.parse("CN=CT1, O=Hospital"));
    }

    @Test
    void whatIsNeitherShouldBeRefused() {
        assertThrows(Invalid.class, () -> CertificateRule.parse("CT1"));
        assertThrows(Invalid.class, () -> CertificateRule.parse(FINGERPRINT.substring(2)));
    }

    @Test
    void noRuleShouldAdmitEverybodyAndARuleNobodyWithoutACertificate() {
        assertTrue(CertificateRule.parse("").admits(List.of()));
        assertFalse(CertificateRule.parse(FINGERPRINT).admits(List.of()));
    }
}
