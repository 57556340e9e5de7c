package org.aegle.it.dimse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.aegle.it.TestDatabase;
import org.aegle.it.audit.AuditRow;
import org.aegle.it.client.Dcmtk;
import org.junit.jupiter.api.Test;

/** Who may associate, for what, and what the others are told. PS3.8 7.1.1, 9.3.4. */
class AssociationIT {
    @Test
    void knownEntityShouldBeAnswered() throws SQLException {
        long last = AuditRow.last();

        Dcmtk echo = echo("ECHOSCU");

        assertEquals(0, echo.exitCode(), echo::output);
        assertTrue(echo.has("Received Echo Response (Success)"), echo::output);
        AuditRow row = AuditRow.after(last, "ECHOSCU").get(0);
        assertEquals("LOGIN", row.action());
        assertEquals("SUCCESS", row.outcome());
        assertEquals("AE", row.agentKind());
    }

    @Test
    void unknownCallingEntityShouldBeRejectedAndRecorded() throws SQLException {
        String nobody = title();
        long last = AuditRow.last();

        Dcmtk echo = echo(nobody);

        assertNotEquals(0, echo.exitCode());
        assertTrue(echo.has("Calling AE Title Not Recognized"), echo::output);
        AuditRow row = AuditRow.after(last, nobody).get(0);
        assertEquals("REFUSED", row.outcome());
        assertEquals("calling AE title is unknown", row.basis());
    }

    @Test
    void wrongCalledEntityShouldBeRejectedAndRecorded() throws SQLException {
        long last = AuditRow.last();

        Dcmtk echo = Dcmtk.call("echoscu", "ECHOSCU", List.of("-aec", "ELSEWHERE"), List.of());

        assertNotEquals(0, echo.exitCode());
        assertTrue(echo.has("Called AE Title Not Recognized"), echo::output);
        assertEquals("REFUSED", AuditRow.after(last, "ECHOSCU").get(0).outcome());
    }

    @Test
    void entityFromAWrongAddressShouldLookUnknown() throws SQLException {
        String title = title();
        insert(title, "10.99.0.0/16", "ECHO", true);
        long last = AuditRow.last();

        Dcmtk echo = echo(title);

        assertTrue(echo.has("Calling AE Title Not Recognized"), echo::output);
        assertEquals(
                "may not call from this address",
                AuditRow.after(last, title).get(0).basis());
    }

    @Test
    void changeOfTheDirectoryShouldHoldAtOnce() throws SQLException {
        String title = title();
        insert(title, "127.0.0.1", "ECHO", true);
        assertEquals(0, echo(title).exitCode());

        update("update application_entity set enabled = false where ae_title = ?", title);

        assertTrue(echo(title).has("Calling AE Title Not Recognized"));
    }

    @Test
    void serviceThatIsNotGrantedShouldNotBeNegotiated() throws SQLException {
        String title = title();
        insert(title, "127.0.0.1", "STORE", true);

        Dcmtk echo = echo(title);

        assertNotEquals(0, echo.exitCode());
        assertTrue(echo.has("No Acceptable Presentation Contexts"), echo::output);
    }

    static String title() {
        return "T" + UUID.randomUUID().toString().replace("-", "").substring(0, 15);
    }

    static void insert(String title, String addresses, String services, boolean enabled) throws SQLException {
        update(
                "insert into application_entity (ae_title, organization_id, addresses, services, enabled)"
                        + " select ?, id, '" + addresses + "', '" + services + "', " + enabled
                        + " from organization where host",
                title);
    }

    private static void update(String sql, String title) throws SQLException {
        try (Connection database = TestDatabase.open();
                PreparedStatement statement = database.prepareStatement(sql)) {
            statement.setString(1, title);
            assertEquals(1, statement.executeUpdate());
        }
    }

    private static Dcmtk echo(String callingAeTitle) {
        return Dcmtk.call("echoscu", callingAeTitle, List.of(), List.of());
    }
}
