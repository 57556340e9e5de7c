package org.aegle.dicom.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.BulkData;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.io.DicomReader;
import org.aegle.dicom.io.DicomWriter;
import org.aegle.dicom.io.FileMetaInformation;
import org.aegle.dicom.io.Finding;
import org.aegle.dicom.io.SequenceLength;
import org.aegle.dicom.io.TransferSyntax;
import org.aegle.dicom.tool.ExternalTool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSetTest {
    private static final FileSetVisitor NOBODY = (place, content) -> {};

    @TempDir
    private Path folder;

    private static FileSetContents read(byte[] zip) throws IOException {
        return new FileSetReader().readZip(new ByteArrayInputStream(zip), NOBODY);
    }

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(MediaFixture.objects().get(0));
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void zippedObjectsShouldComeBackAsTheyWent() throws IOException {
        List<byte[]> objects = MediaFixture.objects();
        byte[] zip = MediaFixture.zip(objects);
        assertArrayEquals(zip, MediaFixture.zip(objects), "the same objects, the same bytes");
        List<byte[]> back = new ArrayList<>();
        FileSetContents contents = new FileSetReader()
                .readZip(new ByteArrayInputStream(zip), (place, content) -> back.add(content.readAllBytes()));
        assertEquals(List.of(), contents.findings());
        assertEquals(objects.size(), contents.objects());
        assertEquals(0, contents.otherFiles());
        assertEquals(List.of(), contents.directories().get(0).findings());
        for (int i = 0; i < objects.size(); i++) {
            assertArrayEquals(objects.get(i), back.get(i));
        }
    }

    @Test
    void folderShouldBeReadAsTheZip() throws IOException {
        MediaFixture.unzip(MediaFixture.zip(MediaFixture.objects()), folder);
        Files.writeString(folder.resolve("README.TXT"), "Images of nobody");
        List<FileId> places = new ArrayList<>();
        FileSetContents contents = new FileSetReader().readFolder(folder, (place, content) -> places.add(place));
        assertEquals(List.of(), contents.findings());
        assertEquals(6, contents.objects());
        assertEquals(1, contents.otherFiles());
        assertEquals(FileId.of("DICOM", "PA000001", "ST000001", "SE000001", "IM000001"), places.get(0));
    }

    @Test
    void missingAndUntoldFilesShouldBeFound() throws IOException {
        MediaFixture.unzip(MediaFixture.zip(MediaFixture.objects()), folder);
        Path series = folder.resolve("DICOM/PA000001/ST000001/SE000001");
        Files.delete(series.resolve("IM000002"));
        Files.move(series.resolve("IM000003"), series.resolve("OTHER"));
        FileSetContents contents = new FileSetReader().readFolder(folder, NOBODY);
        assertEquals(
                List.of(
                        "the file of a record is missing",
                        "the file of a record is missing",
                        "no record tells of an object"),
                contents.findings().stream().map(Finding::message).toList());
        assertEquals(5, contents.objects());
    }

    @Test
    void linksShouldNotBeFollowed() throws IOException {
        Path outside =
                Files.write(folder.resolve("SECRET"), MediaFixture.objects().get(0));
        Path set = Files.createDirectory(folder.resolve("SET"));
        Files.createSymbolicLink(set.resolve("IM1"), outside);
        Files.createSymbolicLink(set.resolve("DIR"), folder);
        assertEquals(0, new FileSetReader().readFolder(set, NOBODY).objects());
    }

    @Test
    void namesOutsideOfTheFileSetShouldBeFoundAndNotRead() throws IOException {
        FileSetContents contents = read(zip("../../evil", "/etc/IM1", "C:\\IM1", "./GOOD"));
        assertEquals(1, contents.objects());
        assertEquals(
                3,
                contents.findings().stream()
                        .filter(finding -> finding.message().contains("outside"))
                        .count());
    }

    @Test
    void fileSetsWithoutReadableDirectoryShouldStillGiveTheirObjects() throws IOException {
        FileSetContents none = read(zip("A/IM1", "A/IM2"));
        assertEquals(2, none.objects());
        assertTrue(none.findings().get(0).message().contains("no DICOMDIR"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("DICOMDIR"));
            zip.write("nonsense nonsense".getBytes(StandardCharsets.US_ASCII));
            zip.putNextEntry(new ZipEntry("IM1"));
            zip.write(MediaFixture.objects().get(0));
        }
        FileSetContents broken = read(bytes.toByteArray());
        assertEquals(1, broken.objects());
        assertTrue(broken.findings().get(0).message().contains("cannot be read: NOT_DICOM"));
        assertEquals(0, read(new byte[100]).objects(), "no zip");
    }

    @Test
    void directoryInAFolderShouldTellOfTheFilesBesideIt() throws IOException {
        MediaFixture.unzip(MediaFixture.zip(MediaFixture.objects()), folder.resolve("CD1"));
        MediaFixture.unzip(MediaFixture.zip(MediaFixture.objects().subList(0, 2)), folder.resolve("CD2"));
        FileSetContents contents = new FileSetReader().readFolder(folder, NOBODY);
        assertEquals(List.of(), contents.findings());
        assertEquals(2, contents.directories().size());
        assertEquals(8, contents.objects());
    }

    @Test
    void aBombShouldBeStopped() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("IM1"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 64; i++) {
                zip.write(zeros);
            }
        }
        assertThrows(FileSetOverLimit.class, () -> read(bytes.toByteArray()), "though nobody wants its bytes");
    }

    @Test
    void limitsShouldHold() throws IOException {
        byte[] zip = zip("A/B/C/IM1", "A/B/C/IM2");
        FileSetLimits few = new FileSetLimits(1, 16, 200, 16 << 20, 1 << 30);
        FileSetLimits flat = new FileSetLimits(100, 2, 200, 16 << 20, 1 << 30);
        FileSetLimits small = new FileSetLimits(100, 16, 200, 16 << 20, 1000);
        MediaFixture.unzip(zip, folder);
        for (FileSetLimits limits : List.of(few, flat, small)) {
            FileSetReader reader = new FileSetReader(limits);
            assertThrows(FileSetOverLimit.class, () -> reader.readZip(new ByteArrayInputStream(zip), NOBODY));
        }
        for (FileSetLimits limits : List.of(few, flat)) {
            FileSetReader reader = new FileSetReader(limits);
            assertThrows(FileSetOverLimit.class, () -> reader.readFolder(folder, NOBODY));
        }
    }

    @Test
    void bareDataSetsAndPreamblesShouldBecomeCleanFiles() throws IOException {
        byte[] object = MediaFixture.objects().get(0);
        byte[] marked = object.clone();
        Arrays.fill(marked, 0, 128, (byte) 'x');
        Attributes dataset = new DicomReader()
                .read(new ByteArrayInputStream(MediaFixture.object(UID.RawDataStorage, "1.2.3.5")))
                .dataset();
        ByteArrayOutputStream bare = new ByteArrayOutputStream();
        new DicomWriter().writeDataset(dataset, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN, bare);
        List<byte[]> back = new ArrayList<>();
        new FileSetReader()
                .readZip(
                        new ByteArrayInputStream(MediaFixture.zip(List.of(marked, bare.toByteArray()))),
                        (place, content) -> back.add(content.readAllBytes()));
        assertArrayEquals(object, back.get(0));
        var read = new DicomReader().read(new ByteArrayInputStream(back.get(1)));
        assertEquals(List.of(), read.findings());
        assertEquals(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN, read.transferSyntax());
        assertEquals(dataset, read.dataset());
    }

    @Test
    void anObjectOfFourGibibytesShouldPass() throws IOException {
        long length = 0xFFFF_FFFEL;
        Attributes image = new DicomReader()
                .read(new ByteArrayInputStream(MediaFixture.object(UID.RawDataStorage, "1.2.3.6")))
                .dataset();
        image.setValue(Tag.PixelData, VR.OW, new BulkData(VR.OW, 0, 0, false));
        ByteArrayOutputStream start = new ByteArrayOutputStream();
        new DicomWriter(SequenceLength.EXPLICIT, value -> InputStream.nullInputStream())
                .write(FileMetaInformation.of(image, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), image, start);
        byte[] header = start.toByteArray();
        for (int i = 1; i <= 4; i++) {
            header[header.length - i] = i == 4 ? (byte) 0xFE : (byte) 0xFF;
        }
        Path file = folder.resolve("large.zip");
        try (OutputStream out = Files.newOutputStream(file);
                FileSetZipWriter zip = new FileSetZipWriter(out, "AEGLE")) {
            Optional<FileId> place =
                    zip.add(() -> new SequenceInputStream(new ByteArrayInputStream(header), new Zeros(length)));
            assertTrue(place.isPresent());
        }
        ExternalTool.Result list = ExternalTool.run("unzip", "-l", file.toString());
        assertTrue(list.output().contains(Long.toString(header.length + length)), list.output());
    }

    /** Bytes of zero that nobody keeps. */
    private static final class Zeros extends InputStream {
        private long left;

        Zeros(long length) {
            this.left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            int count = (int) Math.min(length, left);
            if (count == 0 && length > 0) {
                return -1;
            }
            Arrays.fill(bytes, offset, offset + count, (byte) 0);
            left -= count;
            return count;
        }
    }
}
