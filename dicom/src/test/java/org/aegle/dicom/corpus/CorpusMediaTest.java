package org.aegle.dicom.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.io.DicomParseException;
import org.aegle.dicom.io.DicomReader;
import org.aegle.dicom.io.Finding;
import org.aegle.dicom.media.DirectoryRecord;
import org.aegle.dicom.media.FileId;
import org.aegle.dicom.media.FileSetContents;
import org.aegle.dicom.media.FileSetReader;
import org.aegle.dicom.media.MediaDirectory;
import org.aegle.dicom.media.MediaDirectoryReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The media set of three patients and the broken variants of its DICOMDIR. */
@EnabledIfEnvironmentVariable(named = "AEGLE_TEST_DATA", matches = ".+", disabledReason = "no corpus at hand")
class CorpusMediaTest {
    private static MediaDirectory read(String name) throws IOException {
        byte[] bytes = Corpus.open().file("dicomdir/" + name).bytes();
        return new MediaDirectoryReader().read(new ByteArrayInputStream(bytes));
    }

    private static List<String> messages(List<Finding> findings) {
        return findings.stream().map(Finding::message).toList();
    }

    private static Set<FileId> files(MediaDirectory directory) {
        return directory
                .records()
                .flatMap(record -> record.fileId().stream())
                .collect(Collectors.toCollection(
                        () -> new TreeSet<>((a, b) -> a.toString().compareTo(b.toString()))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DICOMDIR", "DICOMDIR-bigEnd", "DICOMDIR-implicit", "DICOMDIR-reordered"})
    void variantsShouldTellTheSameTree(String name) throws IOException {
        MediaDirectory directory = read(name);
        boolean syntax = name.contains("bigEnd") || name.contains("implicit");
        assertEquals(
                syntax ? List.of("the DICOMDIR is not in explicit VR little endian") : List.of(),
                messages(directory.findings()));
        assertEquals(List.of(), directory.unreached());
        assertEquals(Set.of("77654033", "98890234"), patients(directory));
        assertEquals(31, files(directory).size());
        assertEquals(files(read("DICOMDIR")), files(directory));
    }

    private static Set<String> patients(MediaDirectory directory) {
        return directory.roots().stream()
                .map(patient -> patient.keys().getString(Tag.PatientID))
                .collect(Collectors.toSet());
    }

    @Test
    void emptyDirectoryShouldHaveNoRecords() throws IOException {
        assertEquals(0, read("DICOMDIR-empty.dcm").records().count());
    }

    @Test
    void recordsThatNoOffsetLeadsToShouldStillTellTheirFiles() throws IOException {
        MediaDirectory directory = read("DICOMDIR-nopatient");
        assertEquals(
                List.of("IMAGE"),
                directory.roots().stream().map(DirectoryRecord::type).toList());
        assertEquals(51, directory.unreached().size());
        assertTrue(messages(directory.findings()).contains("no offset leads to the record"));
        assertEquals(31, files(directory).size());
    }

    @Test
    void directoryThatIsCutOffShouldBeRefused() {
        DicomParseException refused = assertThrows(DicomParseException.class, () -> read("DICOMDIR-nooffset"));
        assertEquals(DicomParseException.Reason.TRUNCATED, refused.reason());
    }

    @Test
    void everyFileOfTheSetShouldBeFoundByItsRecord() throws IOException {
        List<FileId> objects = new ArrayList<>();
        MediaDirectory directory = read("DICOMDIR");
        FileSetContents contents = new FileSetReader()
                .readFolder(Corpus.open().file("dicomdir/DICOMDIR").path().getParent(), (place, content) -> {
                    if (place.name().startsWith("DICOMDIR-")) {
                        return;
                    }
                    Attributes dataset = new DicomReader().readHeader(content).dataset();
                    boolean told = directory
                            .records()
                            .filter(record ->
                                    record.fileId().filter(place::equals).isPresent())
                            .anyMatch(record -> record.keys()
                                    .getString(Tag.ReferencedSOPInstanceUIDInFile)
                                    .equals(dataset.getString(Tag.SOPInstanceUID)));
                    if (told) {
                        objects.add(place);
                    }
                });
        assertEquals(31, objects.size());
        // The variants of the DICOMDIR are objects that it does not tell of.
        assertEquals(Set.of("no record tells of an object"), Set.copyOf(messages(contents.findings())));
    }
}
