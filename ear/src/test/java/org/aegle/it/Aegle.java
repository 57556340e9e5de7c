package org.aegle.it;

import java.net.URI;
import java.nio.file.Path;

/** The running Aegle that the tests talk to, with the demo hospital loaded. */
public final class Aegle {
    private Aegle() {}

    /** Base address, without a slash at the end. */
    public static String base() {
        return System.getProperty("aegle.base", "http://localhost:" + RunningAegle.HTTP_PORT)
                .replaceAll("/+$", "");
    }

    /** An address below the base; {@code path} begins with a slash. */
    public static URI at(String path) {
        return URI.create(base() + path);
    }

    /** Where it speaks DIMSE, on loopback. */
    public static int dicomPort() {
        return Integer.getInteger("aegle.dicom.port", RunningAegle.DICOM_PORT);
    }

    /** Where it speaks DIMSE over TLS, on loopback. */
    public static int dicomTlsPort() {
        return System.getProperty("aegle.base") == null
                ? RunningAegle.DICOM_TLS_PORT
                : Integer.parseInt(System.getenv().getOrDefault("AEGLE_DICOM_TLS_PORT", "2762"));
    }

    /** Its AEGLE_HOME, on this machine. */
    public static Path home() {
        return Path.of(System.getProperty("aegle.home", RunningAegle.HOME.toString()));
    }

    /** Password of the demo accounts and secret of the demo clients. */
    public static String password() {
        return System.getProperty("aegle.base") == null
                ? RunningAegle.DEMO_PASSWORD
                : System.getenv("AEGLE_DEMO_PASSWORD");
    }

    /** An address on the management port, which answers on this machine only. */
    public static URI atManagement(String path) {
        return URI.create(
                System.getProperty("aegle.management", "http://127.0.0.1:" + RunningAegle.MANAGEMENT_PORT) + path);
    }
}
