package org.aegle.search;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs a statement that gives rows on the connection of the current transaction. They become no entities, and what
 * EclipseLink does for each row and column of a native query costs more than the query itself.
 */
public final class Selection {
    private static final int FETCH = 1000;

    private Selection() {}

    /** The rows with the values of their columns. Must be called within a transaction. */
    public static List<Object[]> run(EntityManager entities, String sql, List<Object> values) {
        // As JPA does before a query: what was changed so far must show.
        entities.flush();
        // It belongs to the transaction and is not to be closed here.
        Connection connection = entities.unwrap(Connection.class);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(FETCH);
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
                return read(rows);
            }
        } catch (SQLException e) {
            throw new PersistenceException("a search failed", e);
        }
    }

    private static List<Object[]> read(ResultSet rows) throws SQLException {
        List<Object[]> all = new ArrayList<>();
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
            Object[] row = new Object[columns];
            for (int i = 0; i < columns; i++) {
                row[i] = rows.getObject(i + 1);
            }
            all.add(row);
        }
        return all;
    }
}
