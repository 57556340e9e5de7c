package org.aegle.it.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Predicate;
import org.aegle.it.TestDatabase;
import org.aegle.it.client.AccessToken;
import org.aegle.it.client.Dicomweb;
import org.aegle.it.client.Fhir;
import org.aegle.it.client.Part10;
import org.aegle.it.client.PortalSession;
import org.aegle.it.client.TestStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is done leaves a row: who, what, from where, on what basis, how it ended; and no row is ever changed. */
class AuditIT {
    private final Fhir emr = Fhir.as("demo-emr");

    @Test
    void signInShouldBeRecorded() throws SQLException {
        long last = AuditRow.last();

        PortalSession.of("clerk");

        AuditRow login = only(last, "clerk", row -> row.action().equals("LOGIN"));
        assertEquals("SUCCESS", login.outcome());
        assertEquals("USER", login.agentKind());
        assertTrue(List.of("127.0.0.1", "0:0:0:0:0:0:0:1", "::1").contains(login.address()), login.address());
    }

    @Test
    void failedSignInShouldBeRecorded() throws SQLException {
        String nobody = "nobody-" + Part10.newUid().substring(5, 20);
        long last = AuditRow.last();

        assertEquals(200, new PortalSession().signIn(nobody, "wrong").statusCode());

        AuditRow login = only(last, nobody, row -> row.action().equals("LOGIN"));
        assertTrue(!login.outcome().equals("SUCCESS"), login.outcome());
    }

    @Test
    void tokensAndTheirRefusalsShouldBeRecorded() throws SQLException {
        long last = AuditRow.last();

        AccessToken.of("lakeside-emr", "system/Patient.rs");
        AccessToken.request("lakeside-emr", "wrong-secret", "grant_type=client_credentials&scope=system/*.rs");

        List<String> outcomes = AuditRow.after(last, "lakeside-emr").stream()
                .filter(row -> row.action().equals("TOKEN"))
                .map(AuditRow::outcome)
                .toList();
        assertTrue(outcomes.contains("SUCCESS"), outcomes::toString);
        assertTrue(outcomes.stream().anyMatch(o -> !o.equals("SUCCESS")), outcomes::toString);
    }

    @Test
    void creationReadingAndChangeOfAPatientShouldBeRecorded() throws SQLException {
        long last = AuditRow.last();
        String created = emr.send("POST", "/Patient", someone())
                .headers()
                .firstValue("Location")
                .orElseThrow();
        String id = created.replaceFirst(".*/Patient/", "").replaceFirst("/.*", "");

        emr.get("/Patient/" + id);
        emr.send("PUT", "/Patient/" + id, someone().replaceFirst("\\{", "{\"id\":\"" + id + "\","));

        for (String action : List.of("CREATE", "READ", "UPDATE")) {
            AuditRow row = AuditRow.after(last, "demo-emr").stream()
                    .filter(r -> r.action().equals(action) && r.entity().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(action + " left no row"));
            assertEquals("SUCCESS", row.outcome());
            assertEquals("CLIENT", row.agentKind());
            assertEquals("Patient", row.entityType());
            assertEquals(Long.parseLong(id), row.patient());
            assertEquals("scope system/*.cruds", row.basis());
        }
    }

    @Test
    void searchShouldBeRecordedWithWhatWasAskedFor() throws SQLException {
        String family = "Sought" + Part10.newUid().substring(5, 15);
        long last = AuditRow.last();

        emr.search("/Patient?family=" + family);

        AuditRow search = only(
                last,
                "demo-emr",
                row -> row.action().equals("SEARCH") && row.detail().contains(family));
        assertEquals("SUCCESS", search.outcome());
        assertEquals("Patient", search.entityType());
    }

    @Test
    void storingAndRetrievingShouldBeRecorded() throws SQLException {
        TestStudy ct = TestStudy.smallCt(1);
        Dicomweb dicomweb = new Dicomweb(emr.token());
        long last = AuditRow.last();

        dicomweb.store(ct.objects());
        dicomweb.get(ct.path(), "Accept", "multipart/related; type=\"application/dicom\"");

        AuditRow store = only(
                last,
                "demo-emr",
                row -> row.action().equals("STORE")
                        && row.entity().equals(ct.sopInstanceUids().get(0)));
        assertEquals("SUCCESS", store.outcome());
        assertTrue(store.patient() > 0);
        AuditRow retrieve = only(
                last,
                "demo-emr",
                row -> row.action().equals("RETRIEVE") && row.entity().equals(ct.uid()));
        assertEquals("SUCCESS", retrieve.outcome());
        assertEquals(store.patient(), retrieve.patient());
    }

    @Test
    void sameLookWithinAMinuteShouldBeOneRowForEachCaller() throws SQLException {
        TestStudy ct = TestStudy.smallCt(1);
        Dicomweb.as("demo-emr").store(ct.objects());
        long last = AuditRow.last();

        for (String client : List.of("demo-emr", "demo-readonly", "demo-emr", "demo-readonly")) {
            assertEquals(200, Dicomweb.as(client).get(ct.path() + "/metadata").statusCode());
        }

        for (String client : List.of("demo-emr", "demo-readonly")) {
            only(
                    last,
                    client,
                    row -> row.action().equals("RETRIEVE") && row.entity().equals(ct.uid()));
        }
    }

    @Test
    void refusalsShouldBeRecorded() throws SQLException {
        TestStudy ct = TestStudy.smallCt(1);
        Dicomweb.as("demo-emr").store(ct.objects());
        Fhir reader = Fhir.as("demo-readonly");
        Dicomweb lakeside = Dicomweb.as("lakeside-emr");
        long last = AuditRow.last();

        assertEquals(403, reader.send("POST", "/Patient", someone()).statusCode());
        assertEquals(404, lakeside.get(ct.path()).statusCode());

        assertTrue(
                AuditRow.after(last, "demo-readonly").stream()
                        .anyMatch(
                                r -> r.outcome().equals("REFUSED") && r.entity().contains("CREATE_PATIENT")),
                "the refused creation left no row");
        AuditRow hidden = only(
                last,
                "lakeside-emr",
                row -> row.action().equals("RETRIEVE") && row.entity().equals(ct.uid()));
        assertEquals("REFUSED", hidden.outcome());
    }

    @Test
    void refusedObjectShouldBeRecorded() throws SQLException {
        TestStudy ct = TestStudy.smallCt(1);
        byte[] other = ct.objects().get(0).clone();
        other[other.length - 1] ^= 1;
        Dicomweb dicomweb = new Dicomweb(emr.token());
        dicomweb.store(ct.objects());
        long last = AuditRow.last();

        dicomweb.store(List.of(other));

        AuditRow refused = only(
                last,
                "demo-emr",
                row -> row.action().equals("STORE")
                        && row.entity().equals(ct.sopInstanceUids().get(0)));
        assertTrue(!refused.outcome().equals("SUCCESS"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_event set agent = 'somebody-else'",
                "delete from audit_event",
                "truncate audit_event",
                "delete from audit_event where id = 0"
            })
    void noRowShouldEverBeChangedOrRemoved(String change) throws SQLException {
        try (Connection database = TestDatabase.open();
                Statement statement = database.createStatement()) {
            long before = AuditRow.last();
            SQLException refused = assertThrows(SQLException.class, () -> statement.executeUpdate(change));
            assertTrue(refused.getMessage().contains("audit_event"), refused.getMessage());
            assertTrue(AuditRow.last() >= before);
        }
    }

    private static AuditRow only(long last, String agent, Predicate<AuditRow> which) throws SQLException {
        List<AuditRow> rows = AuditRow.after(last, agent).stream().filter(which).toList();
        assertEquals(1, rows.size(), rows::toString);
        return rows.get(0);
    }

    private static String someone() {
        return "{\"resourceType\":\"Patient\",\"name\":[{\"family\":\"Audited"
                + Part10.newUid().substring(5, 15) + "\"}]}";
    }
}
