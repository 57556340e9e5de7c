package org.aegle.it.client;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.aegle.it.TestDatabase;

/** An application entity of the host, as a row of the directory, until it is inserted. */
public final class EntityRow {
    private final String title =
            "T" + UUID.randomUUID().toString().replace("-", "").substring(0, 15);
    private final Map<String, Object> columns = new LinkedHashMap<>();

    private EntityRow() {}

    /** One that may call from this machine, under a title that nobody has. */
    public static EntityRow caller(String services) {
        return new EntityRow().with("addresses", "127.0.0.1").with("services", services);
    }

    /** The same with another value of a column. */
    public EntityRow with(String column, Object value) {
        columns.put(column, value);
        return this;
    }

    /** The same that listens on this machine. */
    public EntityRow listening(int port) {
        return with("host", "127.0.0.1").with("port", port);
    }

    /** Makes it known and gives its AE title. */
    public String insert() {
        String names = String.join(", ", columns.keySet());
        String sql = "insert into application_entity (ae_title, organization_id, " + names + ") select ?, id"
                + ", ?".repeat(columns.size()) + " from organization where host";
        try (Connection database = TestDatabase.open();
                PreparedStatement statement = database.prepareStatement(sql)) {
            statement.setString(1, title);
            int position = 1;
            for (Object value : columns.values()) {
                statement.setObject(++position, value);
            }
            statement.executeUpdate();
            return title;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
