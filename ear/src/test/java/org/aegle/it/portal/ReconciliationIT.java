package org.aegle.it.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.phantom.PhantomPatient;
import org.aegle.dicom.phantom.SheppLoganHead;
import org.aegle.it.audit.AuditRow;
import org.aegle.it.client.ChangeFeed;
import org.aegle.it.client.Dcmtk;
import org.aegle.it.client.Dicomweb;
import org.aegle.it.client.DumpedFile;
import org.aegle.it.client.Fhir;
import org.aegle.it.client.Multipart;
import org.aegle.it.client.Part10;
import org.aegle.it.client.StoreAnswer;
import org.aegle.it.client.StoredBlobs;
import org.aegle.it.client.TestStudy;
import org.hl7.fhir.r4.model.ImagingStudy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Objects whose patient does not fit wait, are shown to nobody, and are served rightly once a clerk has decided. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReconciliationIT {
    private static final String MULTIPART = "multipart/related; type=\"application/dicom\"";

    private final Chromium chromium = new Chromium();
    private final Dicomweb emr = Dicomweb.as("demo-emr");
    private final Decisions clerk = Decisions.of(chromium);

    @TempDir
    private Path folder;

    @AfterAll
    void close() {
        chromium.close();
    }

    @Test
    void waitingStudyShouldBeSeenAtNoDoor() {
        TestStudy known = known();
        TestStudy wrong = claiming(known, 4);
        ChangeFeed feed = ChangeFeed.fromHere(emr);

        StoreAnswer answer = emr.store(wrong.objects());

        assertEquals(202, answer.status());
        assertEquals(4, answer.stored().size());
        assertSeenAtNoDoor(wrong);
        assertEquals(
                List.of(),
                feed.rest().stream().filter(e -> e.study().equals(wrong.uid())).toList());
        assertEquals(1, emr.search("/studies?PatientID=" + known.patient().id()).size());
        assertThat(clerk.waiting(wrong.family())).hasCount(1);
        assertThat(clerk.waiting(wrong.family())).containsText("4");
        Page radiologist = chromium.signedIn("radiologist");
        assertEquals(403, radiologist.navigate("/reconciliation/waiting").status());
        assertEquals(
                404, radiologist.navigate("/imaging/study?uid=" + wrong.uid()).status());
        assertEquals(
                404,
                radiologist.navigate("/reconciliation/picture?case=1&side=came").status());
        radiologist.context().close();
    }

    @Test
    void comparisonShouldMarkWhatDiffersAndShowThePicture() {
        TestStudy known = known();
        TestStudy wrong = claiming(known, 2);
        emr.store(wrong.objects());

        clerk.open(wrong.family());

        Page page = clerk.page();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(page.locator("#comparison tr", new Page.LocatorOptions().setHasText("Name"))
                        .locator(".badge"))
                .hasText("differs");
        assertThat(page.locator("#comparison tr", new Page.LocatorOptions().setHasText("Medical record number"))
                        .locator(".badge"))
                .hasCount(0);
        assertThat(page.locator("#comparison")).containsText(known.family());
        assertTrue(Screen.of(page.locator(".thumbnail-large").first()).showsAnImage(), "no picture of what came");
    }

    @Test
    void decidedStudyShouldBeServedRightlyAtEveryDoor() throws Exception {
        TestStudy known = known();
        TestStudy wrong = claiming(known, 3);
        List<byte[]> sooner = wrong.objects().subList(0, 2);
        emr.store(sooner);
        ChangeFeed feed = ChangeFeed.fromHere(emr);
        long last = AuditRow.last();

        clerk.belongsToKnown(wrong.family(), "married, name changed");

        assertEquals(
                2,
                feed.rest().stream().filter(e -> e.study().equals(wrong.uid())).count());
        assertServedAs(known, wrong, sooner);
        AuditRow decision = AuditRow.after(last, "clerk").stream()
                .filter(row -> row.entityType().equals("ReconciliationCase")
                        && row.action().equals("UPDATE"))
                .findFirst()
                .orElseThrow();
        assertTrue(decision.detail().endsWith("married, name changed"), decision.detail());
        assertTrue(decision.patient() > 0);

        StoreAnswer later = emr.store(wrong.objects().subList(2, 3));
        assertEquals(200, later.status());
        assertThat(clerk.waiting(wrong.family())).hasCount(0);
        assertServedAs(known, wrong, wrong.objects());
        assertEquals(200, emr.store(wrong.objects()).status());
        assertEquals(3, emr.search(wrong.path() + "/instances").size());
    }

    @Test
    void studyShouldGoToAPatientWhoIsLookedFor() {
        TestStudy known = known();
        TestStudy right = known();
        TestStudy wrong = claiming(known, 1);
        emr.store(wrong.objects());

        clerk.belongsTo(wrong.family(), right.patient().id(), "the modality's list was one line off");

        assertEquals(2, emr.search("/studies?PatientID=" + right.patient().id()).size());
        Attributes served = Part10.read(object(wrong.objects().get(0))).dataset();
        assertEquals(right.patient().name(), served.getString(Tag.PatientName));
        assertEquals(right.patient().id(), served.getString(Tag.PatientID));
        Attributes before = original(served);
        assertEquals(wrong.patient().name(), before.getString(Tag.PatientName));
        assertEquals(known.patient().id(), before.getString(Tag.PatientID));
    }

    @Test
    void studyShouldGoToAPatientWhoIsRegisteredWithANumberOfTheirOwn() {
        TestStudy known = known();
        TestStudy wrong = claiming(known, 1);
        emr.store(wrong.objects());

        clerk.belongsToNew(wrong.family(), "typed another's number");

        Attributes study = emr.search("/studies?StudyInstanceUID=" + wrong.uid() + "&includefield=all")
                .get(0);
        assertNotEquals(known.patient().id(), study.getString(Tag.PatientID));
        assertEquals(wrong.patient().name(), study.getString(Tag.PatientName));
        assertEquals(
                1,
                emr.search("/studies?PatientID=" + study.getString(Tag.PatientID))
                        .size());
    }

    @Test
    void rejectedObjectsShouldBeRemovedAndTheirLikeRefused() throws SQLException {
        TestStudy wrong = claiming(known(), 2);
        emr.store(wrong.objects().subList(0, 1));
        Path bytes = StoredBlobs.file(waitingBlob(wrong));
        assertTrue(Files.exists(bytes));

        clerk.reject(wrong.family(), "test images of the service technician");

        assertFalse(Files.exists(bytes));
        StoreAnswer again = emr.store(wrong.objects());
        assertEquals(409, again.status());
        assertTrue(again.failures().stream().allMatch(failure -> failure.reason() == 0x0110));
        assertThat(clerk.waiting(wrong.family())).hasCount(0);
        assertSeenAtNoDoor(wrong);
    }

    @Test
    void sameObjectAgainShouldNotWaitTwice() {
        TestStudy wrong = claiming(known(), 2);

        assertEquals(202, emr.store(wrong.objects()).status());
        assertEquals(202, emr.store(wrong.objects()).status());

        clerk.open(wrong.family());
        assertThat(clerk.page().locator(".page-facts")).containsText("2 instances");
    }

    @Test
    void otherContentUnderAKnownUidShouldBeKeptBesideWhatIsStored() {
        TestStudy ct = TestStudy.smallCt(2);
        emr.store(ct.objects());
        Attributes changed = new Attributes(Part10.read(ct.objects().get(0)).dataset());
        changed.setString(Tag.SeriesDescription, VR.LO, "Other words");
        changed.setBytes(Tag.PixelData, VR.OW, new byte[32 * 32 * 2]);
        byte[] other = Part10.file(changed);
        assertEquals(409, emr.store(List.of(other)).status());
        clerk.open(ct.family());
        assertThat(clerk.page().locator("#comparison")).containsText("Other words");

        clerk.keepBeside(ct.family(), "second reconstruction with the same UID");

        List<Attributes> instances = emr.search(ct.path() + "/instances?includefield=00081030");
        assertEquals(3, instances.size());
        assertArrayEquals(ct.objects().get(0), object(ct.objects().get(0)));
        String kept = instances.stream()
                .map(instance -> instance.getString(Tag.SOPInstanceUID))
                .filter(uid -> !ct.sopInstanceUids().contains(uid))
                .findFirst()
                .orElseThrow();
        byte[] served = emr.get(Part10.path(other).replaceFirst("[^/]+$", kept), "Accept", "application/dicom")
                .body();
        assertEquals(kept, Part10.sopInstanceUid(served));
        assertEquals(
                Part10.sopInstanceUid(other),
                original(Part10.read(served).dataset()).getString(Tag.SOPInstanceUID));
        assertEquals(200, emr.store(List.of(other)).status());
        assertEquals(3, emr.search(ct.path() + "/instances").size());
    }

    @Test
    void seriesOfAnotherStudyShouldBecomeASeriesOfItsOwn() {
        String series = Part10.newUid();
        Attributes first = Part10.smallImage(Part10.newUid(), series, 1);
        Attributes second = Part10.smallImage(Part10.newUid(), series, 1);
        String family = "Series" + series.substring(series.length() - 8);
        second.setString(Tag.PatientName, VR.PN, family + "^Sam");
        emr.store(List.of(Part10.file(first)));

        assertEquals(202, emr.store(List.of(Part10.file(second))).status());
        assertEquals(List.of(), emr.search("/studies?StudyInstanceUID=" + second.getString(Tag.StudyInstanceUID)));
        clerk.keepBeside(family, "vendor reuses series UIDs");

        List<Attributes> found = emr.search("/studies/" + second.getString(Tag.StudyInstanceUID) + "/series");
        assertEquals(1, found.size());
        assertNotEquals(series, found.get(0).getString(Tag.SeriesInstanceUID));
    }

    @Test
    void sameNameTypedInAnotherWayShouldNotWait() {
        TestStudy known = TestStudy.smallCt(1);
        PhantomPatient muller = new PhantomPatient(
                "Mueller-" + known.family() + "^Anna",
                known.patient().id(),
                "",
                known.patient().birthDate(),
                "F");
        PhantomPatient same = new PhantomPatient(
                "MÜLLER " + known.family().toUpperCase() + "^ANNA MARIA",
                known.patient().id(),
                "",
                known.patient().birthDate(),
                "F");
        emr.store(TestStudy.of(new SheppLoganHead(32, 1), muller, known.study()).objects());
        TestStudy next = TestStudy.smallCt(1);

        assertEquals(
                200,
                emr.store(TestStudy.of(new SheppLoganHead(32, 1), same, next.study())
                                .objects())
                        .status());
        assertEquals(2, emr.search("/studies?PatientID=" + known.patient().id()).size());
    }

    @Test
    void choiceAndReasonShouldBeAskedForBesideTheirFields() {
        TestStudy wrong = claiming(known(), 1);
        emr.store(wrong.objects());
        clerk.open(wrong.family());
        Page page = clerk.page();

        page.locator("#proceed").click();
        assertThat(page.getByText("Choose one.")).isVisible();
        clerk.choose("REJECT");
        page.locator("#proceed").click();
        assertThat(page.getByText("Say why, in at most 500 characters.")).isVisible();
        page.locator("#rationale").fill("not ours");
        page.locator("#proceed").click();
        assertThat(page.locator("#consequence")).containsText("1 instance will be removed for good");
        page.locator("#back").click();
        assertThat(page.locator("#rationale")).hasValue("not ours");
        assertThat(clerk.waiting(wrong.family())).hasCount(1);
    }

    private void assertSeenAtNoDoor(TestStudy study) {
        assertEquals(List.of(), emr.search("/studies?StudyInstanceUID=" + study.uid()));
        assertEquals(List.of(), emr.search("/studies?PatientName=" + study.family() + "*"));
        assertEquals(List.of(), emr.search("/instances?StudyInstanceUID=" + study.uid()));
        for (String door : List.of("", "/metadata", "/thumbnail")) {
            assertEquals(404, emr.get(study.path() + door).statusCode(), door);
        }
        assertEquals(404, emr.get(Part10.path(study.objects().get(0))).statusCode());
        assertEquals(
                404, emr.get(Part10.path(study.objects().get(0)) + "/frames/1").statusCode());
        assertEquals(
                List.of(),
                Fhir.as("demo-readonly").all(ImagingStudy.class, "/ImagingStudy?identifier=urn:oid:" + study.uid()));
        Dcmtk found = Dcmtk.call(
                "findscu",
                "FINDSCU",
                List.of("-S", "-k", "QueryRetrieveLevel=STUDY", "-k", "StudyInstanceUID=" + study.uid()),
                List.of());
        assertFalse(found.has("Find Response: 1 (Pending)"), found::output);
        assertEquals(0, received(study).length);
    }

    private void assertServedAs(TestStudy right, TestStudy wrong, List<byte[]> objects) throws Exception {
        for (byte[] sent : objects) {
            byte[] served = object(sent);
            Attributes dataset = Part10.read(served).dataset();
            assertEquals(right.patient().name(), dataset.getString(Tag.PatientName));
            assertEquals(wrong.patient().name(), original(dataset).getString(Tag.PatientName));
            assertArrayEquals(pixels(sent), pixels(served));
        }
        for (Attributes metadata :
                Dicomweb.json(emr.get(wrong.path() + "/metadata").body())) {
            assertEquals(right.patient().name(), metadata.getString(Tag.PatientName));
            assertEquals(wrong.patient().name(), original(metadata).getString(Tag.PatientName));
        }
        assertEquals(
                right.patient().name(),
                emr.search("/studies?StudyInstanceUID=" + wrong.uid()).get(0).getString(Tag.PatientName));
        var study = emr.get(wrong.path(), "Accept", MULTIPART);
        List<Multipart.Part> parts =
                Multipart.read(study.headers().firstValue("Content-Type").orElse(""), study.body());
        assertEquals(objects.size(), parts.size());
        parts.forEach(part -> assertEquals(
                right.patient().name(), Part10.read(part.content()).dataset().getString(Tag.PatientName)));
        Path[] files = received(wrong);
        assertEquals(objects.size(), files.length);
        for (Path file : files) {
            assertEquals(right.patient().name(), DumpedFile.of(file).value("0010,0010"));
            assertEquals(
                    wrong.patient().name(),
                    original(Part10.read(Files.readAllBytes(file)).dataset()).getString(Tag.PatientName));
        }
        assertStoredBytesUnchanged(wrong, objects);
    }

    /** The digests in the database are those of what was sent. */
    private static void assertStoredBytesUnchanged(TestStudy study, List<byte[]> objects) throws Exception {
        for (byte[] sent : objects) {
            String digest = java.util.HexFormat.of()
                    .formatHex(
                            java.security.MessageDigest.getInstance("SHA-256").digest(sent));
            assertEquals(
                    1,
                    StoredBlobs.count(
                            "select count(*) from instance o join blob b on b.id = o.blob_id"
                                    + " where encode(b.sha256, 'hex') = ?",
                            digest),
                    study.uid());
        }
    }

    /** What comes by C-GET to dcmtk. */
    private Path[] received(TestStudy study) {
        try {
            Path into = Files.createTempDirectory(folder, "got");
            Dcmtk.call(
                    "getscu",
                    "GETSCU",
                    List.of(
                            "-S",
                            "-k",
                            "QueryRetrieveLevel=STUDY",
                            "-k",
                            "StudyInstanceUID=" + study.uid(),
                            "-od",
                            into.toString()),
                    List.of());
            try (var files = Files.list(into)) {
                return files.toArray(Path[]::new);
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private byte[] object(byte[] sent) {
        return emr.get(Part10.path(sent), "Accept", "application/dicom").body();
    }

    private static byte[] pixels(byte[] file) {
        return Arrays.copyOfRange(file, file.length - 32 * 32 * 2, file.length);
    }

    private static Attributes original(Attributes served) {
        return served.findItem(Tag.OriginalAttributesSequence)
                .orElseThrow()
                .findItem(Tag.ModifiedAttributesSequence)
                .orElseThrow();
    }

    private static String waitingBlob(TestStudy study) throws SQLException {
        try (var database = org.aegle.it.TestDatabase.open();
                var query = database.prepareStatement("select a.blob_id from set_aside_instance a"
                        + " join reconciliation_case c on c.id = a.case_id where c.study_instance_uid = ?")) {
            query.setString(1, study.uid());
            try (var row = query.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private TestStudy known() {
        TestStudy known = TestStudy.smallCt(1);
        assertEquals(200, emr.store(known.objects()).status());
        return known;
    }

    /** A study of somebody else under the number of one who is known. */
    private static TestStudy claiming(TestStudy known, int sections) {
        TestStudy other = TestStudy.smallCt(sections);
        PhantomPatient liar = new PhantomPatient(
                other.patient().name(),
                known.patient().id(),
                "",
                other.patient().birthDate(),
                other.patient().sex());
        return TestStudy.of(new SheppLoganHead(32, sections), liar, other.study());
    }
}
