package org.aegle.it.client;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.aegle.it.TestDatabase;

/** API clients that a test needs for itself, put straight into the database. */
public final class ClientRow {
    private ClientRow() {}

    /** The id of a new client that is granted these scopes and has the demo clients' secret. */
    public static String insert(String scopes) {
        String id = "test-" + UUID.randomUUID();
        try (Connection database = TestDatabase.open();
                PreparedStatement insert = database.prepareStatement(
                        "insert into api_client (client_id, name, organization_id, secret_hash, scopes)"
                                + " select ?, 'Test', organization_id, secret_hash, ? from api_client"
                                + " where client_id = 'demo-emr'")) {
            insert.setString(1, id);
            insert.setString(2, scopes);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return id;
    }
}
