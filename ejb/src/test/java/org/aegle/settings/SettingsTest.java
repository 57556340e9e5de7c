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
        assertEquals("file:/srv/aegle/blobs", settings.storage().place().display());
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
    void bucketShouldBeReadWithItsServerAndKeys() {
        read(Map.of(
                "AEGLE_HOME", "/srv/aegle",
                "AEGLE_BLOB_STORE", "s3://images/aegle",
                "AEGLE_S3_ENDPOINT", "https://s3.hospital.example:9000",
                "AEGLE_S3_REGION", "eu-central-1",
                "AEGLE_S3_ACCESS_KEY", "key",
                "AEGLE_S3_SECRET_KEY", "very-secret"));
        BlobPlace.Bucket bucket = (BlobPlace.Bucket) settings.storage().place();
        assertEquals("images", bucket.bucket());
        assertEquals("aegle/", bucket.prefix());
        assertEquals("eu-central-1", bucket.region());
        assertEquals("/srv/aegle/staging", settings.storage().staging().toString());
        assertFalse(settings.storage().toString().contains("very-secret"));
    }

    @Test
    void faultsOfABucketShouldBeTold() {
        SettingsFault fault = assertThrows(
                SettingsFault.class,
                () -> read(Map.of("AEGLE_BLOB_STORE", "s3://images", "AEGLE_S3_ENDPOINT", "localhost:9000")));
        assertTrue(fault.getMessage().contains("AEGLE_S3_ENDPOINT"));
        assertTrue(fault.getMessage().contains("AEGLE_S3_ACCESS_KEY"));
        assertTrue(fault.getMessage().contains("AEGLE_S3_SECRET_KEY"));
    }

    @Test
    void careShouldHaveItsUsualTimesOrThoseThatAreSet() {
        read(Map.of());
        assertEquals(CareSettings.USUAL, settings.storage().care());
        assertEquals(512L << 20, settings.storage().lowWater());
        read(Map.of("AEGLE_SCRUB_DAYS", "7", "AEGLE_LOW_WATER_MB", "2048"));
        assertEquals(7, settings.storage().care().scrub().toDays());
        assertEquals(2L << 30, settings.storage().lowWater());
    }

    @Test
    void scrubShouldTakeADayAtLeast() {
        SettingsFault fault = assertThrows(SettingsFault.class, () -> read(Map.of("AEGLE_SCRUB_DAYS", "0")));
        assertTrue(fault.getMessage().contains("AEGLE_SCRUB_DAYS must be a whole number from 1 on, but is 0"));
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
