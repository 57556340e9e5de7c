package org.aegle.it.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.aegle.it.TestDatabase;

/** A row of the audit trail: who, what, from where, on what basis, and how it ended. */
public record AuditRow(
        long id,
        String action,
        String outcome,
        String agent,
        String agentKind,
        String address,
        String basis,
        String entityType,
        String entity,
        long patient,
        String detail) {

    /** Number of the newest row. */
    public static long last() throws SQLException {
        try (Connection database = TestDatabase.open();
                ResultSet row =
                        database.createStatement().executeQuery("select coalesce(max(id), 0) from audit_event")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The agent's rows that were written after that one, in their order. */
    public static List<AuditRow> after(long last, String agent) throws SQLException {
        try (Connection database = TestDatabase.open();
                PreparedStatement query =
                        database.prepareStatement("select * from audit_event where id > ? and agent = ? order by id")) {
            query.setLong(1, last);
            query.setString(2, agent);
            List<AuditRow> rows = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    rows.add(of(row));
                }
            }
            return rows;
        }
    }

    private static AuditRow of(ResultSet row) throws SQLException {
        return new AuditRow(
                row.getLong("id"),
                row.getString("action"),
                row.getString("outcome"),
                row.getString("agent"),
                row.getString("agent_kind"),
                row.getString("address"),
                row.getString("basis"),
                row.getString("entity_type"),
                row.getString("entity"),
                row.getLong("patient_id"),
                row.getString("detail"));
    }
}
