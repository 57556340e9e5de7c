package org.aegle.it.dicomweb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.aegle.it.TestDatabase;
import org.aegle.it.audit.AuditRow;
import org.aegle.it.client.Dicomweb;
import org.aegle.it.client.Part10;
import org.aegle.it.client.StoredBlobs;
import org.aegle.it.client.TestStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** DELETE of studies, series and instances: rows, keys and bytes go, the audit trail stays. */
class DicomwebDeleteIT {
    private final Dicomweb emr = Dicomweb.as("demo-emr");

    @Test
    void studyShouldBeGoneFromEveryDoorAndFromTheDisk() throws SQLException {
        TestStudy ct = TestStudy.smallCt(3);
        emr.store(ct.objects());
        List<Path> files = StoredBlobs.ofStudy(ct.uid());
        assertTrue(files.size() == 3 && files.stream().allMatch(Files::exists));
        long last = AuditRow.last();

        HttpResponse<byte[]> deleted = emr.delete(ct.path() + "?reason=wrong%20protocol");

        assertEquals(204, deleted.statusCode());
        assertEquals(404, emr.get(ct.path()).statusCode());
        assertEquals(404, emr.get(ct.path() + "/metadata").statusCode());
        assertEquals(List.of(), emr.search("/studies?StudyInstanceUID=" + ct.uid()));
        assertTrue(files.stream().noneMatch(Files::exists));
        for (Path file : files) {
            String id = file.getFileName().toString();
            assertEquals(0, StoredBlobs.count("select count(*) from blob where id = ?", id));
            assertEquals(0, StoredBlobs.count("select count(*) from blob_removal where blob_id = ?", id));
        }
        AuditRow row = AuditRow.after(last, "demo-emr").stream()
                .filter(r -> r.action().equals("DELETE"))
                .findFirst()
                .orElseThrow();
        assertEquals("SUCCESS", row.outcome());
        assertEquals(ct.uid(), row.entity());
        assertEquals("3 instances of " + ct.uid() + ": wrong protocol", row.detail());
        assertTrue(row.patient() > 0);
    }

    @Test
    void deletedStudyShouldBeStoredAnewWhenItComesAgain() {
        TestStudy ct = TestStudy.smallCt(2);
        emr.store(ct.objects());
        emr.delete(ct.path());

        assertEquals(200, emr.store(ct.objects()).status());

        assertEquals(2, emr.search(ct.path() + "/instances").size());
        byte[] first = ct.objects().get(0);
        assertArrayEquals(
                first,
                emr.get(Part10.path(first), "Accept", "application/dicom").body());
    }

    @Test
    void instanceShouldGoAloneAndMetadataFollow() {
        TestStudy ct = TestStudy.smallCt(3);
        emr.store(ct.objects());
        assertEquals(3, Dicomweb.json(emr.get(ct.path() + "/metadata").body()).size());

        assertEquals(204, emr.delete(Part10.path(ct.objects().get(1))).statusCode());

        assertEquals(2, Dicomweb.json(emr.get(ct.path() + "/metadata").body()).size());
        assertEquals(404, emr.get(Part10.path(ct.objects().get(1))).statusCode());
        assertEquals(
                200,
                emr.get(Part10.path(ct.objects().get(2)), "Accept", "application/dicom")
                        .statusCode());
    }

    @Test
    void lastSeriesShouldTakeItsStudyWithIt() {
        TestStudy ct = TestStudy.smallCt(2);
        emr.store(ct.objects());

        String series = Part10.path(ct.objects().get(0)).replaceFirst("/instances/.*", "");
        assertEquals(204, emr.delete(series).statusCode());

        assertEquals(List.of(), emr.search("/studies?StudyInstanceUID=" + ct.uid()));
        assertEquals(404, emr.delete(series).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"lakeside-emr", "demo-emr"})
    void absentAndForeignStudiesShouldLookAlike(String client) {
        TestStudy ct = TestStudy.smallCt(1);
        Dicomweb.as("demo-emr").store(ct.objects());
        String path = client.equals("demo-emr") ? "/studies/" + Part10.newUid() : ct.path();

        HttpResponse<byte[]> answer = Dicomweb.as(client).delete(path);

        assertEquals(404, answer.statusCode());
        assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json"));
        assertEquals(1, emr.search(ct.path() + "/instances").size());
    }

    @Test
    void clientWithoutTheScopeShouldNotDelete() throws SQLException {
        TestStudy ct = TestStudy.smallCt(1);
        emr.store(ct.objects());
        long last = AuditRow.last();

        assertEquals(403, Dicomweb.as("demo-readonly").delete(ct.path()).statusCode());

        assertEquals(1, emr.search(ct.path() + "/instances").size());
        assertTrue(AuditRow.after(last, "demo-readonly").stream()
                .anyMatch(row -> row.action().equals("DELETE") && row.outcome().equals("REFUSED")));
    }

    @Test
    void malformedAddressShouldBeABadRequest() {
        assertEquals(400, emr.delete("/studies/1.02.x").statusCode());
    }

    /** What a crash between commit and removal leaves: the name in the journal, the bytes in the store. */
    @Test
    void whatTheJournalNamesShouldBeRemovedLater() throws SQLException, IOException {
        String id = UUID.randomUUID().toString().replace("-", "");
        Path file = Files.write(StoredBlobs.file(id), new byte[] {1, 2, 3});
        try (Connection database = TestDatabase.open();
                PreparedStatement insert = database.prepareStatement("insert into blob_removal (blob_id) values (?)")) {
            insert.setString(1, id);
            insert.executeUpdate();
        }
        TestStudy ct = TestStudy.smallCt(1);
        emr.store(ct.objects());

        emr.delete(ct.path());

        assertFalse(Files.exists(file));
        assertEquals(0, StoredBlobs.count("select count(*) from blob_removal where blob_id = ?", id));
    }
}
