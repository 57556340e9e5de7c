package org.aegle.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * The running Aegle's own database, opened as the user that Aegle itself is there. Of a server that runs already,
 * {@code aegle.home} and {@code aegle.database.port} tell where it is.
 */
public final class TestDatabase {
    private TestDatabase() {}

    public static Connection open() throws SQLException {
        String port = System.getProperty("aegle.database.port", Integer.toString(RunningAegle.DATABASE_PORT));
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/aegle", "aegle", password());
    }

    private static String password() {
        Path home = Path.of(System.getProperty("aegle.home", RunningAegle.HOME.toString()));
        try {
            return Files.readString(home.resolve("keys/database-password")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
