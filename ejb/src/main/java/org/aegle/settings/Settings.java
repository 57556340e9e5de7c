package org.aegle.settings;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The configuration, read once at start from system properties and, where none is set, environment variables. */
@Singleton
@PermitAll
@Lock(LockType.READ)
public class Settings {
    private static final long LOW_WATER = 512L << 20;
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
        storage = storage(source, faults);
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

    private static StorageSettings storage(UnaryOperator<String> source, List<String> faults) {
        Path home = Path.of(or(source.apply("AEGLE_HOME"), "data")).toAbsolutePath();
        String store = or(source.apply("AEGLE_BLOB_STORE"), "file:" + home.resolve("blobs"));
        if (!store.startsWith("file:")) {
            faults.add("AEGLE_BLOB_STORE must be file:FOLDER, but is " + store);
            store = "file:" + home.resolve("blobs");
        }
        Path blobs = Path.of(store.substring("file:".length())).toAbsolutePath();
        String key = or(
                source.apply("AEGLE_MASTER_KEY_FILE"),
                home.resolve("keys").resolve("master.key").toString());
        return new StorageSettings(blobs, blobs.resolve("staging"), Path.of(key).toAbsolutePath(), LOW_WATER);
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
