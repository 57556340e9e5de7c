package org.aegle.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the settings of the blob store, and notes what is wrong with them. */
final class StorageReading {
    /** Names of buckets as all S3 servers take them. */
    private static final Pattern S3 = Pattern.compile("s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:/(.*))?");

    private static final String FILE = "file:";
    private static final long MEGABYTE = 1 << 20;

    private final UnaryOperator<String> source;
    private final List<String> faults;

    StorageReading(UnaryOperator<String> source, List<String> faults) {
        this.source = source;
        this.faults = faults;
    }

    StorageSettings read() {
        Path home = Path.of(or("AEGLE_HOME", "data")).toAbsolutePath();
        BlobPlace place = place(home);
        Path staging =
                place instanceof BlobPlace.Folder folder ? folder.path().resolve("staging") : home.resolve("staging");
        String key = or(
                "AEGLE_MASTER_KEY_FILE",
                home.resolve("keys").resolve("master.key").toString());
        return new StorageSettings(
                place,
                staging,
                Path.of(key).toAbsolutePath(),
                number("AEGLE_LOW_WATER_MB", 512, 0) * MEGABYTE,
                new CareSettings(
                        Duration.ofDays(number("AEGLE_SCRUB_DAYS", 30, 1)),
                        Duration.ofHours(number("AEGLE_ORPHAN_GRACE_HOURS", 24, 1)),
                        Duration.ofDays(number("AEGLE_ORPHAN_DAYS", 30, 1))));
    }

    private BlobPlace place(Path home) {
        BlobPlace usual = new BlobPlace.Folder(home.resolve("blobs"));
        String store = or("AEGLE_BLOB_STORE", usual.display());
        if (store.startsWith(FILE) && store.length() > FILE.length()) {
            return new BlobPlace.Folder(Path.of(store.substring(FILE.length())).toAbsolutePath());
        }
        Matcher s3 = S3.matcher(store);
        if (s3.matches()) {
            return bucket(s3.group(1), s3.group(2));
        }
        faults.add("AEGLE_BLOB_STORE must be file:FOLDER or s3://BUCKET/PREFIX, but is " + store);
        return usual;
    }

    private BlobPlace bucket(String bucket, String path) {
        String prefix = path == null || path.isEmpty() ? "" : path.replaceFirst("/*$", "/");
        String region = or("AEGLE_S3_REGION", "us-east-1");
        return new BlobPlace.Bucket(
                bucket, prefix, endpoint(region), region, key("AEGLE_S3_ACCESS_KEY"), key("AEGLE_S3_SECRET_KEY"));
    }

    private URI endpoint(String region) {
        String amazon = "https://s3." + region + ".amazonaws.com";
        String endpoint = or("AEGLE_S3_ENDPOINT", amazon);
        try {
            URI address = URI.create(endpoint);
            if (("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
                    && address.getHost() != null) {
                return address;
            }
        } catch (IllegalArgumentException told) {
            // In the sentence below.
        }
        faults.add("AEGLE_S3_ENDPOINT must be http://HOST:PORT or https://HOST, but is " + endpoint);
        return URI.create(amazon);
    }

    private String key(String name) {
        String value = source.apply(name).strip();
        if (value.isEmpty()) {
            faults.add("AEGLE_BLOB_STORE is on S3, which needs " + name);
        }
        return value;
    }

    private long number(String name, long usual, long least) {
        String value = or(name, Long.toString(usual)).strip();
        if (!value.matches("\\d{1,9}") || Long.parseLong(value) < least) {
            faults.add(name + " must be a whole number from " + least + " on, but is " + value);
            return usual;
        }
        return Long.parseLong(value);
    }

    private String or(String name, String fallback) {
        String value = source.apply(name);
        return value.isBlank() ? fallback : value;
    }
}
