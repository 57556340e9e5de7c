package org.aegle.it.durability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aegle.it.storage.OwnAegle;

/**
 * What lies in a store and what its database says of it, without the server's help; while nothing is deleted.
 *
 * @param instances SOP Instance UIDs that have a row and, in the store, a file for it
 * @param rowsWithoutFile names of objects that the database has and the store has not
 * @param filesWithoutRow names of objects that the store has and the database has not
 * @param staged what lies where objects are staged
 */
record StoreSurvey(
        Set<String> instances, Set<String> rowsWithoutFile, Set<String> filesWithoutRow, Set<String> staged) {
    private static final String ROWS = "select id from blob";
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{32}");

    static StoreSurvey of(OwnAegle aegle) throws IOException, SQLException {
        Path blobs = aegle.home().resolve("blobs");
        Set<String> staged = names(blobs.resolve("staging"));
        Set<String> before = names(blobs);
        before.removeAll(staged);
        try (Connection database = aegle.openDatabase()) {
            Set<String> rows = column(database, "select id from blob");
            // What is stored meanwhile has its file before it has its row.
            Set<String> after = names(blobs);
            return new StoreSurvey(instances(database, after), without(rows, after), without(before, rows), staged);
        }
    }

    private static Set<String> instances(Connection database, Set<String> files) throws SQLException {
        Set<String> instances = new HashSet<>();
        try (ResultSet row =
                database.createStatement().executeQuery("select sop_instance_uid, blob_id from instance")) {
            while (row.next()) {
                if (files.contains(row.getString(2)) && !instances.add(row.getString(1))) {
                    throw new IllegalStateException(row.getString(1) + " has two rows");
                }
            }
        }
        return instances;
    }

    private static Set<String> column(Connection database, String query) throws SQLException {
        Set<String> values = new HashSet<>();
        try (ResultSet row = database.createStatement().executeQuery(query)) {
            while (row.next()) {
                values.add(row.getString(1));
            }
        }
        return values;
    }

    private static Set<String> without(Set<String> all, Set<String> others) {
        Set<String> rest = new HashSet<>(all);
        rest.removeAll(others);
        return rest;
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> NAME.matcher(name).matches())
                    .collect(Collectors.toCollection(HashSet::new));
        }
    }
}
