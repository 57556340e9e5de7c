package org.aegle.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private final Settings settings = new Settings();

    @Test
    void everythingShouldLieUnderTheHomeWhenNothingElseIsSaid() {
        read(Map.of("AEGLE_HOME", "/srv/aegle"));
        assertEquals("/srv/aegle/blobs", settings.storage().blobs().toString());
        assertEquals(
                "/srv/aegle/keys/master.key", settings.storage().masterKey().toString());
        assertFalse(settings.accounts().demo());
    }

    @Test
    void allFaultsShouldBeToldAtOnce() {
        SettingsFault fault = assertThrows(
                SettingsFault.class,
                () -> read(Map.of("AEGLE_BLOB_STORE", "ftp://x", "AEGLE_DEMO", "true", "AEGLE_BIND", "0.0.0.0")));
        assertTrue(fault.getMessage().contains("AEGLE_BLOB_STORE"));
        assertTrue(fault.getMessage().contains("AEGLE_DEMO_PASSWORD"));
        assertTrue(fault.getMessage().contains("loopback"));
    }

    @Test
    void dicomShouldListenOnLoopbackWhenNothingElseIsSaid() {
        read(Map.of());
        assertTrue(settings.dicom().bind().isLoopbackAddress());
        assertEquals(11112, settings.dicom().port());
        assertEquals("AEGLE", settings.dicom().aeTitle());
    }

    @Test
    void faultsOfTheDicomPortShouldBeTold() {
        SettingsFault fault = assertThrows(
                SettingsFault.class,
                () -> read(Map.of("AEGLE_DICOM_PORT", "70000", "AEGLE_AE_TITLE", "SEVENTEEN_LETTERS")));
        assertTrue(fault.getMessage().contains("AEGLE_DICOM_PORT"));
        assertTrue(fault.getMessage().contains("AEGLE_AE_TITLE"));
    }

    @Test
    void dicomShouldHaveNoTlsWithoutAKeyStore() {
        read(Map.of("AEGLE_DICOM_TLS_PORT", "2762"));
        assertTrue(settings.dicom().tls().isEmpty());
    }

    @Test
    void dicomShouldUseTheKeyStoreOfHttpsUnlessItHasItsOwn() {
        read(Map.of("AEGLE_TLS_KEYSTORE", "/web.p12", "AEGLE_TLS_KEYSTORE_PASSWORD", "secret-web"));
        assertEquals("/web.p12", settings.dicom().tls().orElseThrow().keyStore().toString());
        assertEquals(2762, settings.dicom().tls().orElseThrow().port());
        assertFalse(settings.dicom().toString().contains("secret"));

        read(Map.of(
                "AEGLE_TLS_KEYSTORE",
                "/web.p12",
                "AEGLE_DICOM_TLS_KEYSTORE",
                "/dicom.p12",
                "AEGLE_DICOM_TLS_KEYSTORE_PASSWORD",
                "x",
                "AEGLE_DICOM_TLS_TRUSTED",
                "/ca.pem"));
        assertEquals(
                "/dicom.p12", settings.dicom().tls().orElseThrow().keyStore().toString());
        assertEquals(
                "/ca.pem",
                settings.dicom().tls().orElseThrow().trusted().orElseThrow().toString());
    }

    @Test
    void keyStoreWithoutPasswordShouldBeAFault() {
        SettingsFault fault =
                assertThrows(SettingsFault.class, () -> read(Map.of("AEGLE_DICOM_TLS_KEYSTORE", "/dicom.p12")));
        assertTrue(fault.getMessage().contains("AEGLE_DICOM_TLS_KEYSTORE_PASSWORD"));
    }

    @Test
    void demoEntitiesShouldStayOnThisMachine() {
        SettingsFault fault = assertThrows(
                SettingsFault.class,
                () -> read(
                        Map.of("AEGLE_DEMO", "true", "AEGLE_DEMO_PASSWORD", "secret", "AEGLE_DICOM_BIND", "0.0.0.0")));
        assertTrue(fault.getMessage().contains("AEGLE_DICOM_BIND"));
    }

    @Test
    void passwordsShouldNotBePrinted() {
        assertFalse(new AccountSettings("secret-admin", true, "secret-demo")
                .toString()
                .contains("secret"));
    }

    private void read(Map<String, String> values) {
        settings.read(name -> values.getOrDefault(name, ""));
    }
}
