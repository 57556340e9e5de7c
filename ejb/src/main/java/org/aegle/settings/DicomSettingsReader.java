package org.aegle.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Reads the settings of the DIMSE doors. */
final class DicomSettingsReader {
    private static final String LOOPBACK = "127.0.0.1";
    private static final int HIGHEST_PORT = 65535;
    private static final int MOST_DAYS = 36500;

    private final UnaryOperator<String> source;
    private final List<String> faults;

    /**
     * A reader.
     *
     * @param faults takes a sentence for each fault
     */
    DicomSettingsReader(UnaryOperator<String> source, List<String> faults) {
        this.source = source;
        this.faults = faults;
    }

    DicomSettings read() {
        String bind = or("AEGLE_DICOM_BIND", LOOPBACK);
        InetAddress address = address(bind);
        if (Boolean.parseBoolean(source.apply("AEGLE_DEMO")) && !address.isLoopbackAddress()) {
            faults.add("AEGLE_DEMO is refused with AEGLE_DICOM_BIND=" + bind + ": demo entities are for loopback only");
        }
        String aeTitle = or("AEGLE_AE_TITLE", "AEGLE").strip();
        if (!aeTitle.matches("[ -~&&[^\\\\]]{1,16}")) {
            faults.add("AEGLE_AE_TITLE must have 1 to 16 characters and no backslash, but is " + aeTitle);
        }
        return new DicomSettings(
                address,
                number("AEGLE_DICOM_PORT", "11112", HIGHEST_PORT, "a port from 1 to 65535"),
                aeTitle,
                tls(),
                number("AEGLE_TRANSFER_LOG_DAYS", "90", MOST_DAYS, "a number of days from 1 to 36500"));
    }

    private Optional<DicomTls> tls() {
        String own = source.apply("AEGLE_DICOM_TLS_KEYSTORE");
        String prefix = own.isBlank() ? "AEGLE_TLS_KEYSTORE" : "AEGLE_DICOM_TLS_KEYSTORE";
        String keyStore = source.apply(prefix);
        if (keyStore.isBlank()) {
            return Optional.empty();
        }
        String password = source.apply(prefix + "_PASSWORD");
        if (password.isBlank()) {
            faults.add(prefix + " is set: " + prefix + "_PASSWORD is missing");
        }
        String trusted = source.apply("AEGLE_DICOM_TLS_TRUSTED");
        return Optional.of(new DicomTls(
                number("AEGLE_DICOM_TLS_PORT", "2762", HIGHEST_PORT, "a port from 1 to 65535"),
                Path.of(keyStore),
                password,
                trusted.isBlank() ? Optional.empty() : Optional.of(Path.of(trusted))));
    }

    private InetAddress address(String bind) {
        try {
            return InetAddress.getByName(bind);
        } catch (UnknownHostException e) {
            faults.add("AEGLE_DICOM_BIND must be an address of this machine, but is " + bind);
            return InetAddress.getLoopbackAddress();
        }
    }

    private int number(String name, String fallback, int most, String rule) {
        String value = or(name, fallback);
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > most) {
            faults.add(name + " must be " + rule + ", but is " + value);
            return 1;
        }
        return Integer.parseInt(value);
    }

    private String or(String name, String fallback) {
        String value = source.apply(name);
        return value.isBlank() ? fallback : value;
    }
}
