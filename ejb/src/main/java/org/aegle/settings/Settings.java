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
        dicom = new DicomSettingsReader(source, faults).read();
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
