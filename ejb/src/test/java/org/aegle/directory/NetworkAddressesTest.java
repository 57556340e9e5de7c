package org.aegle.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import org.aegle.refusal.Invalid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkAddressesTest {
    @ParameterizedTest
    @CsvSource({
        "10.1.2.3, 10.1.2.3, true",
        "10.1.2.3, 10.1.2.4, false",
        "10.4.0.0/16, 10.4.255.1, true",
        "10.4.0.0/16, 10.5.0.1, false",
        "192.168.128.0/17, 192.168.200.1, true",
        "192.168.128.0/17, 192.168.127.1, false",
        "127.0.0.0/8 ::1, ::1, true",
        "127.0.0.0/8 ::1, 127.0.0.1, true",
        "2001:db8::/32, 2001:db8:5::1, true",
        "2001:db8::/32, 2001:db9::1, false",
        "0.0.0.0/0, 8.8.8.8, true",
        "0.0.0.0/0, ::1, false",
        "'', 127.0.0.1, false"
    })
    void shouldAdmitWhatLiesInOneOfTheNetworks(String text, String address, boolean admitted) throws Exception {
        assertEquals(admitted, NetworkAddresses.parse(text).admit(InetAddress.getByName(address)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "10.1.2.3/33", "10.1.2.3/-1", "10.1.2.3/x", "10.1.2.300", "*", "::1/129", ":"})
    void shouldRefuseWhatIsNoAddress(String text) {
        assertThrows(Invalid.class, () -> NetworkAddresses.parse(text));
    }

    @Test
    void shouldNameTheWrongOneAmongSeveral() {
        Invalid invalid = assertThrows(Invalid.class, () -> NetworkAddresses.parse("10.0.0.1 modality.local"));
        assertEquals("addresses", invalid.violations().get(0).path());
        assertEquals(true, invalid.getMessage().contains("modality.local"));
    }
}
