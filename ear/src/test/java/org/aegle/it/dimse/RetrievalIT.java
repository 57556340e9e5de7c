package org.aegle.it.dimse;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aegle.dicom.data.Tag;
import org.aegle.it.audit.AuditRow;
import org.aegle.it.client.Dcmtk;
import org.aegle.it.client.Dicomweb;
import org.aegle.it.client.Part10;
import org.aegle.it.client.TestStudy;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** C-GET and C-MOVE by dcmtk's getscu and movescu. PS3.4 C.4.2, C.4.3. */
class RetrievalIT {
    private static final TestStudy CT = TestStudy.smallCt(6);

    @TempDir
    private Path folder;

    @BeforeAll
    static void store() {
        assertEquals(200, Dicomweb.as("demo-emr").store(CT.objects()).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-S", "-P"})
    void studyShouldComeBackAsItWasStored(String model) throws Exception {
        Dcmtk got = get(model, "QueryRetrieveLevel=STUDY", "StudyInstanceUID=" + CT.uid());

        assertCompleted(6, got);
        assertReceived(CT.objects());
    }

    @Test
    void patientShouldComeBackByPatientId() throws Exception {
        Dcmtk got = get(
                "-P", "QueryRetrieveLevel=PATIENT", "PatientID=" + CT.patient().id());

        assertCompleted(6, got);
        assertReceived(CT.objects());
    }

    @Test
    void seriesShouldComeBack() throws Exception {
        Dcmtk got =
                get("-S", "QueryRetrieveLevel=SERIES", "StudyInstanceUID=" + CT.uid(), "SeriesInstanceUID=" + series());

        assertCompleted(6, got);
        assertReceived(CT.objects());
    }

    @Test
    void listedInstancesShouldComeBack() throws Exception {
        List<String> uids = CT.sopInstanceUids().subList(2, 4);

        Dcmtk got = get(
                "-S",
                "QueryRetrieveLevel=IMAGE",
                "StudyInstanceUID=" + CT.uid(),
                "SOPInstanceUID=" + String.join("\\", uids));

        assertCompleted(2, got);
        assertReceived(CT.objects().subList(2, 4));
    }

    @Test
    void nothingShouldComeOfWhatIsNotThere() throws Exception {
        Dcmtk got = get("-S", "QueryRetrieveLevel=STUDY", "StudyInstanceUID=" + Part10.newUid());

        assertCompleted(0, got);
        assertReceived(List.of());
    }

    @Test
    void nothingShouldComeOfWhatBelongsToOthers() throws Exception {
        TestStudy theirs = TestStudy.smallCt(1);
        assertEquals(200, Dicomweb.as("lakeside-emr").store(theirs.objects()).status());

        assertCompleted(0, get("-S", "QueryRetrieveLevel=STUDY", "StudyInstanceUID=" + theirs.uid()));
        assertReceived(List.of());
    }

    @Test
    void identifierWithoutTheKeyOfItsLevelShouldNotMatch() {
        Dcmtk got = Dcmtk.call(
                "getscu",
                "GETSCU",
                List.of("-d", "-S", "-k", "QueryRetrieveLevel=STUDY", "-od", "" + folder),
                List.of());

        assertTrue(got.has("0xa900"), got::output);
        assertTrue(got.has("StudyInstanceUID is missing"), got::output);
    }

    @Test
    void studyShouldBeMovedToAKnownDestination() throws Exception {
        long last = AuditRow.last();

        Dcmtk moved = move("MOVEDEST", "+P", "11113", "-od", folder.toString());

        assertTrue(moved.has("Received Final Move Response (Success)"), moved::output);
        assertEquals(5, moved.count("(Pending)"), moved::output);
        assertReceived(CT.objects());
        AuditRow row = AuditRow.after(last, "MOVESCU").stream()
                .filter(r -> r.action().equals("RETRIEVE"))
                .findFirst()
                .orElseThrow();
        assertEquals("SUCCESS", row.outcome());
        assertEquals(CT.uid(), row.entity());
        assertTrue(row.patient() > 0);
        assertTrue(row.detail().startsWith("objects to MOVEDEST"), row.detail());
    }

    @Test
    void unknownDestinationShouldBeRefused() {
        Dcmtk moved = move("NOWHERE", "-d");

        assertTrue(moved.has("0xa801"), moved::output);
    }

    @Test
    void destinationThatDoesNotListenShouldFailEachAndNameThem() {
        Dcmtk moved = move("MOVEDEST", "-d");

        assertTrue(moved.has("0xa702"), moved::output);
        assertTrue(moved.output().matches("(?s).*Failed Suboperations +: 6.*"), moved::output);
        assertTrue(moved.has("FailedSOPInstanceUIDList"), moved::output);
    }

    @Test
    void entityWithoutTheServiceShouldNotRetrieve() throws SQLException {
        String title = AssociationIT.title();
        AssociationIT.insert(title, "127.0.0.1", "ECHO STORE FIND", true);

        Dcmtk got = Dcmtk.call(
                "getscu",
                title,
                List.of(
                        "-S",
                        "-k",
                        "QueryRetrieveLevel=STUDY",
                        "-k",
                        "StudyInstanceUID=" + CT.uid(),
                        "-od",
                        "" + folder),
                List.of());

        assertTrue(got.exitCode() != 0, got::output);
    }

    private Dcmtk get(String model, String... keys) {
        List<String> options = new ArrayList<>(List.of(model, "-od", folder.toString()));
        for (String key : keys) {
            options.addAll(List.of("-k", key));
        }
        return Dcmtk.call("getscu", "GETSCU", options, List.of());
    }

    private Dcmtk move(String destination, String... more) {
        List<String> options = new ArrayList<>(List.of(more));
        options.addAll(List.of("-S", "-aem", destination));
        options.addAll(List.of("-k", "QueryRetrieveLevel=STUDY", "-k", "StudyInstanceUID=" + CT.uid()));
        return Dcmtk.call("movescu", "MOVESCU", options, List.of());
    }

    private static String series() {
        return Part10.read(CT.objects().get(0)).dataset().getString(Tag.SeriesInstanceUID);
    }

    private static void assertCompleted(int count, Dcmtk got) {
        assertTrue(got.has("Number of Completed Suboperations : " + count), got::output);
        assertTrue(got.has("Number of Failed Suboperations    : 0"), got::output);
    }

    /** Data sets, byte for byte. */
    private void assertReceived(List<byte[]> objects) throws IOException {
        Map<String, byte[]> received;
        try (Stream<Path> files = Files.list(folder)) {
            received = files.map(RetrievalIT::read).collect(Collectors.toMap(Part10::sopInstanceUid, file -> file));
        }
        assertEquals(objects.size(), received.size());
        for (byte[] object : objects) {
            assertArrayEquals(dataset(object), dataset(received.get(Part10.sopInstanceUid(object))));
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] dataset(byte[] file) {
        return Arrays.copyOfRange(file, (int) Part10.read(file).datasetOffset(), file.length);
    }
}
