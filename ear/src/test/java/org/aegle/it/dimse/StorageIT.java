package org.aegle.it.dimse;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;
import org.aegle.it.audit.AuditRow;
import org.aegle.it.client.Dcmtk;
import org.aegle.it.client.Dicomweb;
import org.aegle.it.client.Part10;
import org.aegle.it.client.TestStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** C-STORE by dcmtk's storescu. PS3.4 Annex B. */
class StorageIT {
    private final Dicomweb emr = Dicomweb.as("demo-emr");

    @TempDir
    private Path folder;

    @Test
    void studyShouldBeStoredOnOneAssociationAndFound() throws SQLException {
        TestStudy ct = TestStudy.smallCt(12);
        long last = AuditRow.last();

        Dcmtk stored = store("STORESCU", List.of(), Dcmtk.files(folder, ct.objects()));

        assertEquals(0, stored.exitCode(), stored::output);
        assertEquals(12, stored.count("Received Store Response (Success)"), stored::output);
        assertEquals(1, stored.count("Association Accepted"), stored::output);
        assertEquals(12, emr.search(ct.path() + "/instances").size());
        List<AuditRow> rows = AuditRow.after(last, "STORESCU").stream()
                .filter(row -> row.action().equals("STORE"))
                .filter(row -> ct.sopInstanceUids().contains(row.entity()))
                .toList();
        assertEquals(12, rows.size());
        assertTrue(rows.stream().allMatch(row -> row.outcome().equals("SUCCESS") && row.patient() > 0));
    }

    @Test
    void sameObjectAgainShouldBeASuccessWithoutASecond() {
        TestStudy ct = TestStudy.smallCt(2);
        List<String> files = Dcmtk.files(folder, ct.objects());
        store("STORESCU", List.of(), files);

        Dcmtk again = store("STORESCU", List.of(), files);

        assertEquals(2, again.count("Received Store Response (Success)"), again::output);
        assertEquals(2, emr.search(ct.path() + "/instances").size());
    }

    @Test
    void sameObjectByAnotherDoorShouldBeASuccessWithoutASecond() throws SQLException {
        TestStudy ct = TestStudy.smallCt(2);
        assertEquals(200, emr.store(ct.objects()).status());
        long last = AuditRow.last();

        Dcmtk again = store("STORESCU", List.of(), Dcmtk.files(folder, ct.objects()));

        assertEquals(2, again.count("Received Store Response (Success)"), again::output);
        assertEquals(2, emr.search(ct.path() + "/instances").size());
        assertTrue(AuditRow.after(last, "STORESCU").stream()
                .filter(row -> row.action().equals("STORE"))
                .allMatch(row -> row.outcome().equals("SUCCESS")));
    }

    @ParameterizedTest
    @CsvSource({
        "dcmcjpeg, +e1, -xs, 1.2.840.10008.1.2.4.70",
        "dcmcjpls, +el, -xt, 1.2.840.10008.1.2.4.80",
        "dcmcrle, +un, -xr, 1.2.840.10008.1.2.5",
        "dcmconv, +ti, -xi, 1.2.840.10008.1.2",
        "dcmconv, +tb, -xb, 1.2.840.10008.1.2.2",
        "dcmconv, +td, -xd, 1.2.840.10008.1.2.1.99"
    })
    void objectShouldKeepItsTransferSyntax(String converter, String option, String proposal, String syntax)
            throws Exception {
        TestStudy ct = TestStudy.smallCt(1);
        String plain = Dcmtk.files(folder, ct.objects()).get(0);
        Path converted = folder.resolve("converted.dcm");
        Dcmtk conversion = Dcmtk.run(converter, List.of(option, plain, converted.toString()));
        assertEquals(0, conversion.exitCode(), conversion::output);
        String sent = Part10.sopInstanceUid(Files.readAllBytes(converted));

        Dcmtk stored = store("STORESCU", List.of(proposal), List.of(converted.toString()));

        assertTrue(stored.has("Received Store Response (Success)"), stored::output);
        byte[] kept = emr.get(
                        ct.path() + "/series/"
                                + Part10.read(ct.objects().get(0)).dataset().getString(Tag.SeriesInstanceUID)
                                + "/instances/" + sent,
                        "Accept",
                        "application/dicom; transfer-syntax=*")
                .body();
        assertEquals(syntax, Part10.read(kept).transferSyntax().uid());
        byte[] expected = dataset(Files.readAllBytes(converted));
        // What a sender deflates anew may get a byte of padding: PDVs are even.
        byte[] actual = dataset(kept);
        assertTrue(actual.length - expected.length <= 1, () -> actual.length + " instead of " + expected.length);
        assertArrayEquals(expected, Arrays.copyOf(actual, expected.length));
    }

    @Test
    void otherContentUnderTheSameUidShouldBeADuplicate() {
        TestStudy ct = TestStudy.smallCt(1);
        store("STORESCU", List.of(), Dcmtk.files(folder, ct.objects()));
        byte[] other = ct.objects().get(0).clone();
        other[other.length - 1] ^= 1;

        Dcmtk refused = store("STORESCU", List.of(), Dcmtk.files(folder, List.of(other)));

        assertTrue(refused.output().toLowerCase().contains("0x111"), refused::output);
    }

    @Test
    void studyOfAnotherPatientShouldBeKeptWithAWarningAndNotBeFound() throws SQLException {
        String study = Part10.newUid();
        Attributes first = Part10.smallImage(study, Part10.newUid(), 1);
        Attributes other = Part10.smallImage(study, Part10.newUid(), 2);
        other.setString(Tag.PatientID, VR.LO, "OTHER-" + study.substring(study.length() - 10));
        store("STORESCU", List.of(), Dcmtk.files(folder, List.of(Part10.file(first))));
        long last = AuditRow.last();

        Dcmtk kept = store("STORESCU", List.of("-d"), Dcmtk.files(folder, List.of(Part10.file(other))));

        assertTrue(kept.has("0xb000"), kept::output);
        assertEquals(1, emr.search("/studies/" + study + "/instances").size());
        assertTrue(AuditRow.after(last, "STORESCU").stream()
                .anyMatch(row -> row.action().equals("STORE")
                        && row.detail().startsWith("waits for reconciliation: PATIENT_DIFFERS")));
    }

    @Test
    void objectWithoutStudyShouldNotMatchItsSopClass() {
        Attributes image = Part10.smallImage(Part10.newUid(), Part10.newUid(), 1);
        image.remove(Tag.StudyInstanceUID);

        Dcmtk refused = store("STORESCU", List.of(), Dcmtk.files(folder, List.of(Part10.file(image))));

        assertTrue(refused.has("DataSetDoesNotMatchSOPClass"), refused::output);
    }

    @Test
    void entityOfAnotherServiceShouldNotStore() throws SQLException {
        String title = AssociationIT.title();
        AssociationIT.insert(title, "127.0.0.1", "ECHO FIND", true);
        TestStudy ct = TestStudy.smallCt(1);

        Dcmtk refused = store(title, List.of(), Dcmtk.files(folder, ct.objects()));

        assertTrue(refused.exitCode() != 0, refused::output);
        assertEquals(0, emr.search("/studies?StudyInstanceUID=" + ct.uid()).size());
    }

    private static Dcmtk store(String callingAeTitle, List<String> options, List<String> files) {
        return Dcmtk.call("storescu", callingAeTitle, options, files);
    }

    private static byte[] dataset(byte[] file) {
        int offset = (int) Part10.read(file).datasetOffset();
        return Arrays.copyOfRange(file, offset, file.length);
    }
}
