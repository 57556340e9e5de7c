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
    void passwordsShouldNotBePrinted() {
        assertFalse(new AccountSettings("secret-admin", true, "secret-demo")
                .toString()
                .contains("secret"));
    }

    private void read(Map<String, String> values) {
        settings.read(name -> values.getOrDefault(name, ""));
    }
}
