package org.aegle.web.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnAddressTest {
    @ParameterizedTest
    @ValueSource(strings = {"/patient/chart?id=7", "/imaging/studies", "/imaging/study?uid=1.2.3&series=1.2.3.4"})
    void addressWithinThePortalShouldBeKept(String wanted) {
        assertEquals(wanted, ReturnAddress.of(wanted).path());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example",
                "/\\evil.example",
                "javascript:alert(1)",
                "patients",
                "",
                "/\t/evil.example",
                "/home\r\nSet-Cookie: a=b",
                "/login?from=/login"
            })
    void addressThatLeadsElsewhereShouldLeadHome(String wanted) {
        assertEquals(ReturnAddress.HOME, ReturnAddress.of(wanted));
    }

    @Test
    void absentOrEndlessAddressShouldLeadHome() {
        assertEquals(ReturnAddress.HOME, ReturnAddress.of(null));
        assertEquals(ReturnAddress.HOME, ReturnAddress.of("/" + "a".repeat(3000)));
    }

    @Test
    void signInPageShouldCarryTheAddressEncoded() {
        assertEquals(
                "/login?from=%2Fimaging%2Fstudy%3Fuid%3D1.2%26series%3D3",
                ReturnAddress.of("/imaging/study?uid=1.2&series=3").signIn());
        assertEquals("/login", ReturnAddress.HOME.signIn());
    }
}
