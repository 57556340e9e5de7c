package org.aegle.settings;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The configuration, read once at start from system properties and, where none is set, environment variables. */
@Singleton
@PermitAll
@Lock(LockType.READ)
public class Settings {
    private static final String LOOPBACK = "127.0.0.1";

    private StorageSettings storage;
    private AccountSettings accounts;
    private DicomSettings dicom;

    @PostConstruct
    void read() {
        read(name -> System.getProperty(name, System.getenv().getOrDefault(name, "")));
    }

    void read(UnaryOperator<String> source) {
        List<String> faults = new ArrayList<>();
        storage = new StorageReading(source, faults).read();
        accounts = accounts(source, faults);
        dicom = dicom(source, faults);
        if (!faults.isEmpty()) {
            throw new SettingsFault(faults);
        }
    }

    public StorageSettings storage() {
        return storage;
    }

    public AccountSettings accounts() {
        return accounts;
    }

    public DicomSettings dicom() {
        return dicom;
    }

    private static AccountSettings accounts(UnaryOperator<String> source, List<String> faults) {
        boolean demo = Boolean.parseBoolean(source.apply("AEGLE_DEMO"));
        String demoPassword = source.apply("AEGLE_DEMO_PASSWORD");
        if (demo && demoPassword.isBlank()) {
            faults.add("AEGLE_DEMO needs AEGLE_DEMO_PASSWORD, the password of the demo accounts");
        }
        String bind = or(source.apply("AEGLE_BIND"), LOOPBACK);
        if (demo && !isLoopback(bind)) {
            faults.add("AEGLE_DEMO is refused with AEGLE_BIND=" + bind + ": demo accounts are for loopback only");
        }
        return new AccountSettings(source.apply("AEGLE_ADMIN_PASSWORD"), demo, demoPassword);
    }

    private static DicomSettings dicom(UnaryOperator<String> source, List<String> faults) {
        String bind = or(source.apply("AEGLE_DICOM_BIND"), LOOPBACK);
        if (Boolean.parseBoolean(source.apply("AEGLE_DEMO")) && !isLoopback(bind)) {
            faults.add("AEGLE_DEMO is refused with AEGLE_DICOM_BIND=" + bind + ": demo entities are for loopback only");
        }
        String aeTitle = or(source.apply("AEGLE_AE_TITLE"), "AEGLE").strip();
        if (!aeTitle.matches("[ -~&&[^\\\\]]{1,16}")) {
            faults.add("AEGLE_AE_TITLE must have 1 to 16 characters and no backslash, but is " + aeTitle);
        }
        return new DicomSettings(address(bind, faults), port(source, faults), aeTitle);
    }

    private static InetAddress address(String bind, List<String> faults) {
        try {
            return InetAddress.getByName(bind);
        } catch (UnknownHostException e) {
            faults.add("AEGLE_DICOM_BIND must be an address of this machine, but is " + bind);
            return InetAddress.getLoopbackAddress();
        }
    }

    private static int port(UnaryOperator<String> source, List<String> faults) {
        String port = or(source.apply("AEGLE_DICOM_PORT"), "11112");
        if (!port.matches("\\d{1,5}") || Integer.parseInt(port) < 1 || Integer.parseInt(port) > 65535) {
            faults.add("AEGLE_DICOM_PORT must be a port from 1 to 65535, but is " + port);
            return 1;
        }
        return Integer.parseInt(port);
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static String or(String value, String fallback) {
        return value.isBlank() ? fallback : value;
    }
}
