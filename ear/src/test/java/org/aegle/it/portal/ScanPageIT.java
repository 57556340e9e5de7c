package org.aegle.it.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UID;
import org.aegle.it.audit.AuditRow;
import org.aegle.it.client.Dcmtk;
import org.aegle.it.client.Dicomweb;
import org.aegle.it.client.DumpedFile;
import org.aegle.it.client.Fhir;
import org.aegle.it.client.Part10;
import org.aegle.it.client.ScannedFiles;
import org.aegle.it.client.StoredBlobs;
import org.aegle.it.client.TestStudy;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Film and paper through the portal: what is stored, judged by other programs, and what is not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScanPageIT {
    private static final FilePayload PHOTOGRAPH =
            new FilePayload("hand.jpg", "image/jpeg", ScannedFiles.photograph(320, 200));
    private static final FilePayload SCAN = new FilePayload("chest.png", "image/png", ScannedFiles.png(100, 60));
    private static final FilePayload FAX = new FilePayload("fax.tif", "image/tiff", ScannedFiles.tiff(200, 120));
    private static final FilePayload LETTER = new FilePayload("letter.pdf", "application/pdf", ScannedFiles.pdf());

    private final Chromium chromium = new Chromium();
    private final Dicomweb emr = Dicomweb.as("demo-emr");

    @TempDir
    Path folder;

    @AfterAll
    void close() {
        chromium.close();
    }

    @Test
    void filmsAndPapersShouldBecomeAStudyThatOtherProgramsRead() throws Exception {
        String family = name();
        Page page = chromium.signedIn("technologist");
        ScanForm form = ScanForm.open(page, "").newPatient(family, "").newStudy("Old films");
        page.locator("#body-part").selectOption("HAND");
        page.locator("#laterality").selectOption("L");
        form.files(PHOTOGRAPH, SCAN, FAX, LETTER);
        assertThat(page.locator("#page-count")).hasText("5 pages");
        page.locator(".scan-main input").nth(1).fill("From the hospital in town");
        form.store();

        assertThat(page.locator("#scan-summary")).hasText("Everything is stored.");
        assertThat(page.locator(".scan-page").nth(2)).containsText("Stored: 2 pages.");
        List<Attributes> found = emr.search("/studies/" + form.study() + "/instances?includefield=all");
        assertEquals(5, found.size());
        judge(found, family);
        page.locator("#done-study").click();
        assertThat(page.locator(".patient-banner")).containsText(family);
        assertThat(page.locator(".page-facts")).containsText("F-4711");
    }

    /** dciodvfy finds no error, dcmtk and GDCM decode every image, pydicom reads every object. */
    private void judge(List<Attributes> found, String family) throws IOException {
        Map<Integer, String> classes = new HashMap<>();
        for (Attributes instance : found) {
            Path file = served(instance);
            DumpedFile dumped = DumpedFile.of(file);
            classes.put(instance.getInt(Tag.InstanceNumber, 0), instance.getString(Tag.SOPClassUID));
            assertTrue(dumped.value("0010,0010").startsWith(family), dumped.text());
            assertEquals("19991231", dumped.value("0008,0020"));
            assertEquals("Huber^Jörg", dumped.value("0008,0090"));
            assertFalse(Files.readString(file, StandardCharsets.ISO_8859_1).contains("GPS"));
            assertEquals(0, Dcmtk.run("dciodvfy", List.of(file.toString())).count("Error"), file::toString);
            assertEquals(
                    0, Dcmtk.run("pydicom", List.of("show", file.toString())).exitCode());
            if (!instance.getString(Tag.SOPClassUID).equals(UID.EncapsulatedPDFStorage)) {
                assertEquals("DF", dumped.value("0008,0064"));
                assertEquals("L", dumped.value("0020,0060"));
                String plain = folder.resolve("plain").toString();
                assertEquals(
                        0,
                        Dcmtk.run("dcmj2pnm", List.of(file.toString(), plain)).exitCode());
                assertEquals(
                        0,
                        Dcmtk.run("gdcmconv", List.of("--raw", file.toString(), plain))
                                .exitCode());
            }
        }
        String image = UID.SecondaryCaptureImageStorage;
        assertEquals(Map.of(1, image, 2, image, 3, image, 4, image, 5, UID.EncapsulatedPDFStorage), classes);
        Attributes upright = numbered(found, 1);
        assertEquals(200, upright.getInt(Tag.Columns, 0));
        assertEquals(320, upright.getInt(Tag.Rows, 0));
        assertEquals(16, numbered(found, 2).getInt(Tag.BitsStored, 0));
    }

    private Path served(Attributes instance) throws IOException {
        String path = "/studies/" + instance.getString(Tag.StudyInstanceUID) + "/series/"
                + instance.getString(Tag.SeriesInstanceUID) + "/instances/" + instance.getString(Tag.SOPInstanceUID);
        byte[] object =
                emr.get(path, "Accept", "application/dicom; transfer-syntax=*").body();
        return Files.write(folder.resolve(instance.getString(Tag.SOPInstanceUID) + ".dcm"), object);
    }

    private static Attributes numbered(List<Attributes> found, int number) {
        return found.stream()
                .filter(instance -> instance.getInt(Tag.InstanceNumber, 0) == number)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void studyThatIsHereShouldGetOneMoreSeries() {
        TestStudy ct = TestStudy.smallCt(2);
        emr.store(ct.objects());
        Page page = chromium.signedIn("radiologist");
        page.navigate("/imaging/study?uid=" + ct.uid());
        page.locator("#add-scans").click();

        assertThat(page.locator("#patient-panel")).containsText(ct.family());
        ScanForm form = new ScanForm(page).files(SCAN).store();
        assertThat(page.locator("#scan-summary")).hasText("Everything is stored.");
        assertEquals(ct.uid(), form.study());
        assertEquals(3, emr.search(ct.path() + "/instances").size());
        assertEquals(2, emr.search(ct.path() + "/series").size());
    }

    @Test
    void chartShouldLeadToItsPatientAndTheSearchToAnyOther() {
        TestStudy ct = TestStudy.smallCt(1);
        emr.store(ct.objects());
        String patient = Fhir.as("demo-readonly")
                .all(Patient.class, "/Patient?identifier=" + ct.patient().id())
                .get(0)
                .getIdElement()
                .getIdPart();
        Page page = chromium.signedIn("physician");
        page.navigate("/patient/chart?id=" + patient);
        page.locator("#add-scans").click();
        assertThat(page.locator("#study-choice option")).hasCount(2);
        page.locator("#other-patient").click();
        page.locator("#typed").fill(ct.family());
        page.locator("#found button").first().click();

        assertThat(page.locator(".chosen")).containsText(ct.family());
        ScanForm form = new ScanForm(page).files(LETTER).store();
        assertEquals(
                patient,
                page.evaluate(
                        "uid => fetch(`/imaging/study?uid=${uid}`).then(r => r.text())"
                                + ".then(t => t.match(/patient\\/chart\\?id=(\\d+)/)[1])",
                        form.study()));
    }

    @Test
    void unfitFilesShouldBeToldWithTheirReasonAndTheirNeighboursStored() throws SQLException {
        long last = AuditRow.last();
        byte[] cut = java.util.Arrays.copyOf(ScannedFiles.jpeg(300, 200), 900);
        Page page = chromium.signedIn("technologist");
        ScanForm.open(page, "")
                .newPatient(name(), "")
                .files(
                        new FilePayload("notes.txt", "text/plain", "nothing".getBytes(StandardCharsets.US_ASCII)),
                        new FilePayload("cut.jpg", "image/jpeg", cut),
                        new FilePayload("secret.pdf", "application/pdf", ScannedFiles.encryptedPdf()),
                        new FilePayload("empty.png", "image/png", new byte[0]),
                        SCAN)
                .store();

        Locator pages = page.locator(".scan-page");
        assertThat(pages.nth(0)).containsText("JPEG, PNG, TIFF and PDF do.");
        assertThat(pages.nth(1)).containsText("damaged or incomplete");
        assertThat(pages.nth(2)).containsText("encrypted");
        assertThat(pages.nth(3)).containsText("empty");
        assertThat(pages.nth(4)).containsText("Stored.");
        assertThat(page.locator("#scan-summary")).containsText("Some of it is not stored");
        List<AuditRow> stored = AuditRow.after(last, "technologist").stream()
                .filter(row -> row.action().equals("STORE"))
                .toList();
        assertEquals(
                3, stored.stream().filter(row -> row.outcome().equals("FAILED")).count());
        assertTrue(stored.stream().anyMatch(row -> row.outcome().equals("SUCCESS") && row.patient() > 0));
    }

    @Test
    void numberOfSomebodyElseShouldWaitForReconciliation() throws SQLException {
        TestStudy ct = TestStudy.smallCt(1);
        emr.store(ct.objects());
        Page page = chromium.signedIn("technologist");
        ScanForm.open(page, "")
                .newPatient(name(), ct.patient().id())
                .files(SCAN)
                .store();

        assertThat(page.locator(".scan-page")).containsText("It waits for reconciliation.");
        assertThat(page.locator("#scan-summary")).containsText("Nothing is in the study yet");
        assertThat(page.locator("#done-study")).isHidden();
        assertEquals(
                1,
                StoredBlobs.count(
                        "select count(*) from reconciliation_case c join patient_identifier i"
                                + " on i.patient_id = c.known_patient_id where i.value = ? and c.state = 'WAITING'",
                        ct.patient().id()));
    }

    @Test
    void fileThatIsSentAgainShouldNotBeStoredTwice() {
        Page page = chromium.signedIn("technologist");
        List<String> sent = new ArrayList<>();
        page.onRequest(request -> said(request).ifPresent(sent::add));
        ScanForm form =
                ScanForm.open(page, "").newPatient(name(), "").files(SCAN).store();

        String again = "([bytes, said]) => new TusUpload(new File([Uint8Array.from(atob(bytes), c => c.charCodeAt(0))],"
                + " 'chest.png'), 'chest.png', () => {}, said).run().then(report => report.files[0].outcome)";
        String bytes = Base64.getEncoder().encodeToString(SCAN.buffer);
        assertEquals("ALREADY_STORED", page.evaluate(again, List.of(bytes, metadata(sent.get(0)))));
        assertEquals(1, emr.search("/studies/" + form.study() + "/instances").size());
        Page other = chromium.signedIn("radiologist");
        other.navigate("/imaging/scan");
        assertEquals(
                "failed",
                other.evaluate(
                        again.replace(".run()", ".run().catch(e => ({files: [{outcome: e.message}]}))"),
                        List.of(bytes, metadata(sent.get(0)))));
    }

    private static java.util.Optional<String> said(Request request) {
        return java.util.Optional.ofNullable(request.headers().get("upload-metadata"));
    }

    private static Map<String, String> metadata(String header) {
        Map<String, String> values = new HashMap<>();
        for (String pair : header.split(",")) {
            String[] parts = pair.split(" ");
            String value = parts.length > 1 ? parts[1] : "";
            values.put(parts[0], new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8));
        }
        return values;
    }

    @Test
    void phoneShouldTakeAPictureAndPutPagesInOrder() {
        Page page = Chromium.signIn(
                chromium.newPage(Chromium.desktop().setViewportSize(375, 800).setHasTouch(true)), "physician");
        ScanForm form = ScanForm.open(page, "").newPatient(name(), "");
        page.locator("label", new Page.LocatorOptions().setHasText("Paper document"))
                .click();
        page.locator("#document-type").selectOption("REFERRAL");
        assertThat(page.locator("#take-picture")).isVisible();
        assertThat(page.locator("#camera")).hasAttribute("capture", "environment");
        page.locator("#camera").setInputFiles(PHOTOGRAPH);
        page.locator("#camera").setInputFiles(SCAN);
        assertThat(page.locator(".scan-page")).hasCount(2);
        page.locator(".scan-page").nth(1).locator("[aria-label^='Move up']").click();
        assertThat(page.locator(".scan-page").nth(0)).containsText("chest.png");
        assertThat(page.locator(".scan-page").nth(0).locator("input")).isFocused();
        form.store();

        List<Attributes> found = emr.search("/studies/" + form.study() + "/instances?includefield=all");
        assertEquals(16, numbered(found, 1).getInt(Tag.BitsStored, 0));
        assertEquals(
                Set.of("SD"),
                found.stream()
                        .map(instance -> instance.getString(Tag.ConversionType))
                        .collect(Collectors.toSet()));
    }

    @Test
    void whatIsWrongShouldBeToldBesideItsFieldAndNothingBeSent() {
        Page page = chromium.signedIn("clerk");
        ScanForm form = ScanForm.open(page, "").files(SCAN);
        page.locator("#send").click();
        assertThat(page.locator("#typed-message")).not().isEmpty();
        form.newPatient("", "");
        page.locator("#given").fill("");
        page.locator("#study-date").fill("2999-01-01");
        page.locator("#send").click();

        assertThat(page.locator("#study-panel .ui-message-error")).containsText("future");
        page.locator("#study-date").fill("2001-01-01");
        page.locator("#send").click();
        assertThat(page.locator("#patient-panel .ui-message-error")).containsText("family");
        page.locator("#family").fill(name());
        form.store();
        assertThat(page.locator("#scan-summary")).hasText("Everything is stored.");
    }

    @Test
    void whoMayStoreNothingShouldNotSeeThePage() {
        Page page = chromium.signedIn("privacy");

        assertEquals(403, page.navigate("/imaging/scan").status());
    }

    private static String name() {
        String uid = Part10.newUid();
        StringBuilder letters = new StringBuilder("Film");
        uid.substring(uid.length() - 12).chars().forEach(c -> letters.append((char) ('a' + (c - '.') % 26)));
        return letters.toString();
    }
}
