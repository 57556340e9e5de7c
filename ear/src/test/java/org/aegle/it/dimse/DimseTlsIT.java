package org.aegle.it.dimse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.aegle.it.Aegle;
import org.aegle.it.TestPki;
import org.aegle.it.audit.AuditRow;
import org.aegle.it.client.Dcmtk;
import org.aegle.it.client.Dicomweb;
import org.aegle.it.client.EntityRow;
import org.aegle.it.client.TestStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** DIMSE over TLS by dcmtk, with right certificates, wrong ones and none. PS3.15 B.12. */
class DimseTlsIT {
    private static final String NOT_RECOGNIZED = "Calling AE Title Not Recognized";

    @TempDir
    private Path folder;

    @Test
    void entityShouldBeKnownByAddressWhenNoCertificateIsDemanded() {
        String title = EntityRow.caller("ECHO").insert();

        Dcmtk echo = echo(title, certificate("modality2"));

        assertTrue(echo.has("Received Echo Response (Success)"), echo::output);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void entityShouldBeKnownByItsCertificate(boolean byFingerprint) throws Exception {
        String demanded = byFingerprint ? fingerprint("modality1") : "CN=MODALITY1,O=Aegle tests";
        String title = EntityRow.caller("ECHO").with("certificate", demanded).insert();
        long last = AuditRow.last();

        Dcmtk echo = echo(title, certificate("modality1"));

        assertTrue(echo.has("Received Echo Response (Success)"), echo::output);
        assertEquals(
                "AE title, address and certificate",
                AuditRow.after(last, title).get(0).basis());
        assertTrue(echo(title, certificate("modality2")).has(NOT_RECOGNIZED));
    }

    @Test
    void entityWithACertificateShouldNotComeInWithoutTls() throws SQLException {
        String title = EntityRow.caller("ECHO")
                .with("certificate", "CN=MODALITY1,O=Aegle tests")
                .insert();
        long last = AuditRow.last();

        Dcmtk echo = Dcmtk.call("echoscu", title, List.of(), List.of());

        assertTrue(echo.has(NOT_RECOGNIZED), echo::output);
        assertEquals(
                "does not show its certificate",
                AuditRow.after(last, title).get(0).basis());
    }

    @Test
    void certificateOfAStrangersAuthorityShouldNotComeIn() {
        String title = EntityRow.caller("ECHO").insert();

        Dcmtk echo = echo(title, certificate("impostor"));

        assertNotEquals(0, echo.exitCode());
        assertEquals(0, echo.count("Association Accepted"), echo::output);
    }

    @Test
    void plainTextShouldNotComeInOnThePortOfTls() {
        Dcmtk echo = echo(EntityRow.caller("ECHO").insert(), List.of());

        assertNotEquals(0, echo.exitCode());
        assertEquals(0, echo.count("Association Accepted"), echo::output);
    }

    @Test
    void noCertificateShouldNotComeIn() {
        Dcmtk echo = echo(EntityRow.caller("ECHO").insert(), List.of("+tla", "+cf", TestPki.file("ca.pem")));

        assertNotEquals(0, echo.exitCode());
        assertEquals(0, echo.count("Received Echo Response"), echo::output);
    }

    @Test
    void objectsShouldBeStored() {
        String title = EntityRow.caller("STORE")
                .with("certificate", "CN=MODALITY1,O=Aegle tests")
                .insert();
        TestStudy ct = TestStudy.smallCt(3);

        Dcmtk stored = call("storescu", title, certificate("modality1"), Dcmtk.files(folder, ct.objects()));

        assertEquals(3, stored.count("Received Store Response (Success)"), stored::output);
        assertEquals(3, Dicomweb.as("demo-emr").search(ct.path() + "/instances").size());
    }

    private static List<String> certificate(String name) {
        return List.of("+tls", TestPki.file(name + ".key"), TestPki.file(name + ".pem"), "+cf", TestPki.file("ca.pem"));
    }

    private static Dcmtk echo(String title, List<String> options) {
        return call("echoscu", title, options, List.of());
    }

    private static Dcmtk call(String command, String title, List<String> options, List<String> files) {
        List<String> words = new ArrayList<>(List.of("-v", "-aet", title, "-aec", "AEGLE"));
        words.addAll(options);
        words.addAll(List.of("localhost", Integer.toString(Aegle.dicomTlsPort())));
        words.addAll(files);
        return Dcmtk.run(command, words);
    }

    private static String fingerprint(String name) throws Exception {
        try (var in = Files.newInputStream(TestPki.folder().resolve(name + ".pem"))) {
            X509Certificate certificate =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        }
    }
}
