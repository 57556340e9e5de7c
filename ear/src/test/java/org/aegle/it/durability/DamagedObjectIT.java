package org.aegle.it.durability;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.aegle.it.audit.AuditRow;
import org.aegle.it.client.Dcmtk;
import org.aegle.it.client.Dicomweb;
import org.aegle.it.client.Part10;
import org.aegle.it.client.StoredBlobs;
import org.aegle.it.client.TestStudy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One bit of a stored object is another: by no way does any of the object come out, and the audit trail tells of it. */
class DamagedObjectIT {
    private static final String PART_10 = "application/dicom; transfer-syntax=*";

    private final Dicomweb emr = Dicomweb.as("demo-emr");
    private final TestStudy ct = TestStudy.smallCt(2);
    private final String path = Part10.path(ct.objects().get(0));
    private byte[] metadata;
    private byte[] sealed;
    private Path file;
    private long last;

    @TempDir
    private Path folder;

    @BeforeEach
    void store() throws Exception {
        assertEquals(200, emr.store(ct.objects().subList(0, 1)).status());
        file = StoredBlobs.ofStudy(ct.uid()).get(0);
        sealed = Files.readAllBytes(file);
        assertEquals(200, emr.store(ct.objects().subList(1, 2)).status());
        metadata = emr.get(path + "/metadata").body();
        last = AuditRow.last();
    }

    @AfterEach
    void repair() throws Exception {
        Files.write(file, sealed);
        assertEquals(200, emr.get(path, "Accept", PART_10).statusCode());
    }

    @Test
    void anyFlippedBitShouldKeepTheObjectFromEveryResource() throws Exception {
        Map<String, String> resources = Map.of(
                path,
                PART_10,
                path + "/frames/1",
                "application/octet-stream",
                path + "/bulkdata/7FE00010",
                "application/octet-stream",
                path + "/rendered",
                "image/jpeg",
                path + "/thumbnail",
                "image/jpeg",
                path + "/frames/1/rendered",
                "image/png");
        for (int position : List.of(0, 50, sealed.length / 2, sealed.length - 1)) {
            flip(position);
            resources.forEach((resource, accept) -> assertRefused(resource, accept));
            assertNotServed(ct.path(), "multipart/related; type=\"application/dicom\"; transfer-syntax=*");
            assertNotServed(ct.path(), "application/zip");
            assertArrayEquals(metadata, emr.get(path + "/metadata").body());
        }
        assertAudited();
    }

    @Test
    void flippedBitShouldKeepTheObjectFromAssociations() throws Exception {
        flip(sealed.length - 100);

        Dcmtk got = Dcmtk.call(
                "getscu",
                "GETSCU",
                List.of(
                        "-S",
                        "-k",
                        "QueryRetrieveLevel=STUDY",
                        "-k",
                        "StudyInstanceUID=" + ct.uid(),
                        "-od",
                        "" + folder),
                List.of());

        assertTrue(got.has("Number of Failed Suboperations    : 1"), got::output);
        try (Stream<Path> received = Files.list(folder)) {
            List<String> uids = new ArrayList<>();
            for (Path one : received.toList()) {
                uids.add(Part10.sopInstanceUid(Files.readAllBytes(one)));
            }
            assertEquals(ct.sopInstanceUids().subList(1, 2), uids);
        }
        assertAudited();
    }

    private void flip(int position) throws Exception {
        byte[] damaged = sealed.clone();
        damaged[position] ^= 1;
        Files.write(file, damaged);
    }

    private void assertRefused(String resource, String accept) {
        HttpResponse<byte[]> answer = emr.get(resource, "Accept", accept);
        assertEquals(500, answer.statusCode(), resource);
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        assertTrue(body.contains("damaged"), resource + ": " + body);
    }

    /** An answer of several objects has begun when the damage shows: then it breaks off. */
    private void assertNotServed(String resource, String accept) {
        try {
            assertNotEquals(200, emr.get(resource, "Accept", accept).statusCode(), resource);
        } catch (UncheckedIOException brokenOff) {
            assertTrue(brokenOff.getCause() instanceof java.io.IOException);
        }
    }

    private void assertAudited() throws Exception {
        List<AuditRow> rows = AuditRow.after(last, "aegle").stream()
                .filter(row -> row.entity().equals(ct.sopInstanceUids().get(0)))
                .toList();
        assertEquals(1, rows.size(), rows::toString);
        assertEquals("VERIFY", rows.get(0).action());
        assertEquals("FAILED", rows.get(0).outcome());
        assertTrue(rows.get(0).detail().startsWith("CHANGED, found by READ"), rows::toString);
    }
}
