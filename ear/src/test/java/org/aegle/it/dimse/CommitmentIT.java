package org.aegle.it.dimse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.aegle.dicom.data.UID;
import org.aegle.it.Aegle;
import org.aegle.it.TestDatabase;
import org.aegle.it.audit.AuditRow;
import org.aegle.it.client.Dicomweb;
import org.aegle.it.client.EntityRow;
import org.aegle.it.client.Eventually;
import org.aegle.it.client.Orthanc;
import org.aegle.it.client.Part10;
import org.aegle.it.client.TestStudy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Storage commitment asked for by Orthanc, which is told over an association of ours. PS3.4 Annex J. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommitmentIT {
    private static final int NO_SUCH_OBJECT_INSTANCE = 0x0112;
    private static final int CLASS_INSTANCE_CONFLICT = 0x0119;
    private static final int PROCESSING_FAILURE = 0x0110;

    private String title;
    private Orthanc orthanc;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        int port = Orthanc.freePort();
        title = EntityRow.caller("ECHO COMMIT").listening(port).insert();
        orthanc = new Orthanc(title, port, folder);
    }

    @AfterAll
    void stop() {
        orthanc.close();
    }

    @Test
    void storedObjectsShouldBeCommitted() throws Exception {
        TestStudy ct = stored(3);
        long last = AuditRow.last();

        JsonNode report = commit(ct.sopInstanceUids().stream()
                .map(uid -> reference(UID.CTImageStorage, uid))
                .toList());

        assertEquals("Success", report.get("Status").asText(), report::toString);
        assertEquals(3, report.get("Success").size(), report::toString);
        assertEquals(0, report.get("Failures").size(), report::toString);
        List<AuditRow> rows = Eventually.get("audit", () -> Optional.of(AuditRow.after(last, title).stream()
                        .filter(row -> row.entityType().equals("StorageCommitment"))
                        .toList())
                .filter(found -> found.size() == 2));
        assertEquals("asked for commitment of 3 objects", rows.get(0).detail());
        assertEquals("told: 3 committed, 0 failed", rows.get(1).detail());
    }

    @Test
    void othersShouldFailEachForItsReason() throws Exception {
        String stored = stored(1).sopInstanceUids().get(0);
        String conflicting = stored(1).sopInstanceUids().get(0);
        String missing = Part10.newUid();
        TestStudy theirs = TestStudy.smallCt(1);
        assertEquals(200, Dicomweb.as("lakeside-emr").store(theirs.objects()).status());
        String foreign = theirs.sopInstanceUids().get(0);

        JsonNode report = commit(List.of(
                reference(UID.CTImageStorage, stored),
                reference(UID.MRImageStorage, conflicting),
                reference(UID.CTImageStorage, missing),
                reference(UID.CTImageStorage, foreign)));

        assertEquals("Failure", report.get("Status").asText(), report::toString);
        assertEquals(1, report.get("Success").size(), report::toString);
        assertEquals(CLASS_INSTANCE_CONFLICT, reason(report, conflicting));
        assertEquals(NO_SUCH_OBJECT_INSTANCE, reason(report, missing));
        assertEquals(NO_SUCH_OBJECT_INSTANCE, reason(report, foreign));
    }

    @Test
    void objectThatRottedShouldNotBeCommitted() throws Exception {
        String uid = stored(1).sopInstanceUids().get(0);
        Path file = blob(uid);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);

        JsonNode report = commit(List.of(reference(UID.CTImageStorage, uid)));

        assertEquals("Failure", report.get("Status").asText(), report::toString);
        assertEquals(PROCESSING_FAILURE, reason(report, uid));
    }

    private static TestStudy stored(int objects) {
        TestStudy ct = TestStudy.smallCt(objects);
        assertEquals(200, Dicomweb.as("demo-emr").store(ct.objects()).status());
        return ct;
    }

    private static String reference(String sopClass, String sopInstance) {
        return "{\"SOPClassUID\": \"" + sopClass + "\", \"SOPInstanceUID\": \"" + sopInstance + "\"}";
    }

    /** Orthanc's report once it was told. */
    private JsonNode commit(List<String> references) throws Exception {
        String body = references.stream().collect(Collectors.joining(",", "{\"DicomInstances\": [", "]}"));
        String path = orthanc.post("/modalities/aegle/storage-commitment", body)
                .get("Path")
                .asText();
        return Eventually.get("a report", () -> Optional.of(orthanc.get(path))
                .filter(report -> !report.get("Status").asText().equals("Pending")));
    }

    private static int reason(JsonNode report, String uid) {
        for (JsonNode failure : report.get("Failures")) {
            if (failure.get("SOPInstanceUID").asText().equals(uid)) {
                return failure.path("FailureReason").asInt();
            }
        }
        throw new AssertionError(uid + " did not fail: " + report);
    }

    /** The file that has the bytes of an object. */
    private static Path blob(String uid) throws SQLException {
        try (Connection database = TestDatabase.open();
                PreparedStatement query =
                        database.prepareStatement("select blob_id from instance where sop_instance_uid = ?")) {
            query.setString(1, uid);
            try (ResultSet row = query.executeQuery()) {
                assertTrue(row.next());
                String id = row.getString(1);
                return Aegle.home().resolve("blobs").resolve(id.substring(0, 2)).resolve(id);
            }
        }
    }
}
