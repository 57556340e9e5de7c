package org.aegle.dicom.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.io.DicomReader;
import org.aegle.dicom.tool.Dciodvfy;
import org.aegle.dicom.tool.ExternalTool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** dcmtk reads and extends our file sets, and we read those that it makes. */
class DcmtkMediaTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void unzip() throws IOException {
        MediaFixture.unzip(MediaFixture.zip(MediaFixture.objects()), folder);
    }

    private static MediaDirectory directory(Path file) throws IOException {
        return MediaFixture.directory(Files.readAllBytes(file));
    }

    private static List<String> files(MediaDirectory directory) {
        return directory
                .records()
                .flatMap(record -> record.fileId().stream())
                .map(FileId::toString)
                .sorted()
                .toList();
    }

    @Test
    void dcmdumpShouldFindTheRecordsAtTheirOffsets() {
        ExternalTool.Result dump =
                ExternalTool.run("dcmdump", folder.resolve("DICOMDIR").toString());
        assertEquals(0, dump.status());
        assertTrue(Pattern.compile("\"Directory Record\" PATIENT")
                .matcher(dump.output())
                .find());
        assertTrue(dump.output().contains("refFileID=\"DICOM\\PA000002\\ST000001\\SE000001\\IM000001\""));
        // dcmdump numbers records by the offsets that lead to them: one that leads nowhere has none.
        assertEquals(
                dump.output().split("\"Directory Record\"").length,
                dump.output().split("offset=\\$").length);
    }

    @Test
    void dcmtkShouldAppendToOurDirectory() throws IOException {
        List<String> before = files(directory(folder.resolve("DICOMDIR")));
        Attributes more = new DicomReader()
                .read(new ByteArrayInputStream(MediaFixture.objects().get(1)))
                .dataset();
        more.setString(Tag.SOPInstanceUID, VR.UI, "2.25.99");
        more.setBytes(Tag.PixelData, VR.OW, new byte[32 * 32 * 2]);
        Files.write(folder.resolve("DICOM/MORE"), MediaFixture.file(more));
        ExternalTool.Result made = ExternalTool.run(
                "dcmmkdir",
                "+A",
                "+I",
                "-Nrc",
                "-Nxc",
                "-Nec",
                "-nb",
                "+id",
                folder.toString(),
                "+D",
                folder.resolve("DICOMDIR").toString(),
                "DICOM/MORE");
        assertEquals(0, made.status(), made.output());
        MediaDirectory after = directory(folder.resolve("DICOMDIR"));
        assertEquals(List.of(), after.findings());
        assertEquals(before.size() + 1, files(after).size());
        assertTrue(files(after).containsAll(before));
        FileSetContents contents = new FileSetReader().readFolder(folder, (place, content) -> {});
        assertEquals(List.of(), contents.findings());
    }

    @Test
    void directoryOfDcmtkShouldTellTheSameTree() throws IOException {
        MediaDirectory ours = directory(folder.resolve("DICOMDIR"));
        ExternalTool.Result made = ExternalTool.run(
                "dcmmkdir",
                "+r",
                "-Nrc",
                "+id",
                folder.toString(),
                "+D",
                folder.resolve("THEIRS").toString(),
                "DICOM");
        assertEquals(0, made.status(), made.output());
        MediaDirectory theirs = directory(folder.resolve("THEIRS"));
        assertEquals(List.of(), theirs.findings());
        assertEquals(files(theirs), files(ours));
        assertEquals(summary(theirs), summary(ours));
    }

    /** Type and main keys of each record. */
    private static List<String> summary(MediaDirectory directory) {
        int[] keys = {
            Tag.PatientID,
            Tag.PatientName,
            Tag.StudyInstanceUID,
            Tag.StudyDate,
            Tag.SeriesInstanceUID,
            Tag.Modality,
            Tag.InstanceNumber,
            Tag.ReferencedSOPInstanceUIDInFile,
            Tag.ReferencedTransferSyntaxUIDInFile
        };
        return directory
                .records()
                .map(record -> {
                    StringBuilder text = new StringBuilder(record.type());
                    for (int key : keys) {
                        text.append('|').append(record.keys().getString(key));
                    }
                    return text.toString();
                })
                .sorted()
                .toList();
    }

    @Test
    void validatorShouldFindNoError() {
        assertEquals(List.of(), Dciodvfy.errors(folder.resolve("DICOMDIR")));
    }
}
