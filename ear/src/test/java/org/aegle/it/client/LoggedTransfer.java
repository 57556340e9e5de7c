package org.aegle.it.client;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.aegle.it.TestDatabase;

/** A row of the transfer log, as the database has it. */
public record LoggedTransfer(
        String door,
        String peer,
        int requests,
        int studies,
        int patients,
        int received,
        long receivedBytes,
        int sent,
        long sentBytes,
        int failed,
        String failures,
        String ending,
        String detail) {

    /** All since a number, in the order of their numbers. */
    public static List<LoggedTransfer> since(long number) {
        try (Connection database = TestDatabase.open();
                PreparedStatement query = database.prepareStatement(
                        "select door, peer, requests, studies, patients, received, received_bytes, sent, sent_bytes,"
                                + " failed, failures, ending, detail from transfer where id > ? order by id")) {
            query.setLong(1, number);
            List<LoggedTransfer> found = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(of(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The number of the last row. */
    public static long last() {
        try (Connection database = TestDatabase.open();
                ResultSet row = database.createStatement().executeQuery("select coalesce(max(id), 0) from transfer")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static LoggedTransfer of(ResultSet row) throws SQLException {
        return new LoggedTransfer(
                row.getString(1),
                row.getString(2),
                row.getInt(3),
                row.getInt(4),
                row.getInt(5),
                row.getInt(6),
                row.getLong(7),
                row.getInt(8),
                row.getLong(9),
                row.getInt(10),
                row.getString(11),
                row.getString(12),
                row.getString(13));
    }
}
