package org.aegle.it.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.aegle.it.Aegle;
import org.aegle.it.TestDatabase;
import org.aegle.it.audit.AuditRow;
import org.aegle.it.client.Dicomweb;
import org.aegle.it.client.Part10;
import org.aegle.it.client.TestStudy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is damaged, missing or left over in the store is never served, is found, told on the page and in the audit. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoragePageIT {
    private final Chromium chromium = new Chromium();
    private final Dicomweb emr = Dicomweb.as("demo-emr");

    @AfterAll
    void close() {
        chromium.close();
    }

    @Test
    void flippedBitShouldNeverBeServedAndBeInTheAudit() throws Exception {
        StoredObject object = store();
        long last = AuditRow.last();
        flip(object.file());
        try {
            for (String resource : List.of(object.path(), object.path() + "/frames/1")) {
                HttpResponse<byte[]> answer = emr.get(resource, "Accept", accept(resource));
                assertEquals(500, answer.statusCode());
                String body = new String(answer.body(), StandardCharsets.UTF_8);
                assertTrue(body.contains("damaged"), body);
                assertTrue(body.length() < 1000, body);
            }
            assertAudited(last, object, "CHANGED, found by READ");
        } finally {
            flip(object.file());
        }
        assertEquals(
                200, emr.get(object.path(), "Accept", accept(object.path())).statusCode());
    }

    @Test
    void scrubShouldFindAFlippedBitAndThatItIsInOrderAgain() throws Exception {
        StoredObject object = store();
        long last = AuditRow.last();
        Page page = open(ColorScheme.LIGHT);
        flip(object.file());
        try {
            page.locator("#scrub").click();
            assertThat(row(page, object)).containsText("Damaged");
            assertThat(row(page, object)).containsText("Integrity check");
            assertThat(row(page, object)).containsText("Open");
            assertAudited(last, object, "CHANGED, found by SCRUB");
        } finally {
            flip(object.file());
        }
        page.reload();
        page.locator("#scrub").click();
        assertThat(row(page, object)).containsText("In order again");
        assertFalse(page.content().contains(object.family()));
    }

    @Test
    void comparisonShouldFindWhatIsMissing() throws Exception {
        StoredObject object = store();
        Path aside = Files.move(object.file(), object.file().resolveSibling("aside-" + object.blob()));
        Page page = open(ColorScheme.DARK);
        try {
            page.locator("#sweep").click();
            assertThat(row(page, object)).containsText("Missing");
            assertEquals(
                    500, emr.get(object.path(), "Accept", accept(object.path())).statusCode());
        } finally {
            Files.move(aside, object.file());
        }
        page.reload();
        page.locator("#sweep").click();
        assertThat(row(page, object)).containsText("In order again");
    }

    @Test
    void comparisonShouldTellWhatIsLeftOverAndRemoveItMuchLater() throws Exception {
        String name =
                "0f" + Long.toHexString(System.nanoTime() | 1L << 62).repeat(2).substring(0, 30);
        Path orphan = Aegle.home().resolve("blobs/0f").resolve(name);
        Files.write(orphan, new byte[1234]);
        Path young = Files.write(orphan.resolveSibling(name.substring(0, 31) + "g"), new byte[1]);
        Files.setLastModifiedTime(orphan, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        Page page = open(ColorScheme.LIGHT);
        page.locator("#sweep").click();
        assertThat(row(page, name)).containsText("Left over");
        assertTrue(Files.exists(orphan));

        update("update storage_finding set found_at = found_at - interval '31 days' where blob_id = ?", name);
        page.reload();
        page.locator("#sweep").click();
        assertThat(row(page, name)).containsText("Removed");
        assertFalse(Files.exists(orphan));
        assertTrue(Files.exists(young));
        Files.delete(young);
    }

    @Test
    void nobodyButTheAdministratorShouldSeeThePage() {
        Page page = chromium.signedIn("physician");
        assertEquals(403, page.navigate("/storage/state").status());
    }

    private Page open(ColorScheme scheme) {
        Page page = Chromium.signIn(chromium.newPage(Chromium.desktop().setColorScheme(scheme)), "admin");
        page.navigate("/storage/state");
        return page;
    }

    private static com.microsoft.playwright.Locator row(Page page, StoredObject object) {
        return row(page, object.blob());
    }

    private static com.microsoft.playwright.Locator row(Page page, String blob) {
        return page.locator("#findings tr", new Page.LocatorOptions().setHasText(blob))
                .first();
    }

    private static void assertAudited(long last, StoredObject object, String finding) throws SQLException {
        List<AuditRow> rows = AuditRow.after(last, "aegle").stream()
                .filter(row -> row.entity().equals(object.uid()))
                .toList();
        assertEquals(1, rows.size(), rows::toString);
        assertEquals("VERIFY", rows.get(0).action());
        assertEquals("FAILED", rows.get(0).outcome());
        assertTrue(rows.get(0).detail().startsWith(finding), rows::toString);
        assertTrue(rows.get(0).patient() > 0);
    }

    private static String accept(String resource) {
        return resource.endsWith("/1") ? "application/octet-stream" : "application/dicom; transfer-syntax=*";
    }

    private StoredObject store() throws SQLException {
        TestStudy ct = TestStudy.smallCt(1);
        assertEquals(200, emr.store(ct.objects()).status());
        String uid = ct.sopInstanceUids().get(0);
        try (Connection database = TestDatabase.open();
                PreparedStatement query =
                        database.prepareStatement("select blob_id from instance where sop_instance_uid = ?")) {
            query.setString(1, uid);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return new StoredObject(uid, Part10.path(ct.objects().get(0)), row.getString(1), ct.family());
            }
        }
    }

    private static void update(String sql, String parameter) throws SQLException {
        try (Connection database = TestDatabase.open();
                PreparedStatement statement = database.prepareStatement(sql)) {
            statement.setString(1, parameter);
            assertEquals(1, statement.executeUpdate());
        }
    }

    private static void flip(Path file) throws IOException {
        byte[] sealed = Files.readAllBytes(file);
        sealed[sealed.length - 100] ^= 1;
        Files.write(file, sealed);
    }

    private record StoredObject(String uid, String path, String blob, String family) {
        Path file() {
            return Aegle.home().resolve("blobs").resolve(blob.substring(0, 2)).resolve(blob);
        }
    }
}
