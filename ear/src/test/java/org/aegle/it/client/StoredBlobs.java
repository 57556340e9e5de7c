package org.aegle.it.client;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.aegle.it.Aegle;
import org.aegle.it.TestDatabase;

/** Where the objects of a study lie in the file system. */
public final class StoredBlobs {
    private StoredBlobs() {}

    public static List<Path> ofStudy(String studyInstanceUid) throws SQLException {
        try (Connection database = TestDatabase.open();
                PreparedStatement query = database.prepareStatement("select o.blob_id from instance o"
                        + " join study s on s.id = o.study_id where s.study_instance_uid = ?")) {
            query.setString(1, studyInstanceUid);
            List<Path> files = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    files.add(file(row.getString(1)));
                }
            }
            return files;
        }
    }

    public static Path file(String id) {
        return Aegle.home().resolve("blobs").resolve(id.substring(0, 2)).resolve(id);
    }

    /** The single number that a statement gives. */
    public static long count(String sql, String parameter) throws SQLException {
        try (Connection database = TestDatabase.open();
                PreparedStatement query = database.prepareStatement(sql)) {
            query.setString(1, parameter);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
