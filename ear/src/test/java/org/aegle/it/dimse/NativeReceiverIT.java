package org.aegle.it.dimse;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.io.DicomObject;
import org.aegle.dicom.io.DicomReader;
import org.aegle.it.client.Dcmtk;
import org.aegle.it.client.Dicomweb;
import org.aegle.it.client.EntityRow;
import org.aegle.it.client.Orthanc;
import org.aegle.it.client.Part10;
import org.aegle.it.client.TestStudy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compressed objects for receivers that take native transfer syntaxes alone. PS3.4 C.4.2, PS3.5 10. */
class NativeReceiverIT {
    private final TestStudy ct = TestStudy.smallCt(2);
    private final List<byte[]> compressed = new ArrayList<>();

    @TempDir
    private Path sent;

    @TempDir
    private Path received;

    @BeforeEach
    void compress() throws Exception {
        for (String file : Dcmtk.files(sent, ct.objects())) {
            String to = file + ".jls";
            Dcmtk conversion = Dcmtk.run("dcmcjpls", List.of("+el", "+un", file, to));
            assertEquals(0, conversion.exitCode(), conversion::output);
            compressed.add(Files.readAllBytes(Path.of(to)));
        }
    }

    @Test
    void movedObjectsShouldArriveDecompressed() throws Exception {
        store(compressed);
        int port = Orthanc.freePort();
        String destination = EntityRow.caller("").listening(port).insert();

        Dcmtk moved = move(destination, port);

        assertTrue(moved.has("Received Final Move Response (Success)"), moved::output);
        assertReceivedPixels(UID.ExplicitVRLittleEndian);
    }

    @Test
    void gottenObjectsShouldArriveDecompressed() throws Exception {
        store(compressed);

        Dcmtk got = Dcmtk.call(
                "getscu",
                "GETSCU",
                List.of(
                        "+x=",
                        "-S",
                        "-k",
                        "QueryRetrieveLevel=STUDY",
                        "-k",
                        "StudyInstanceUID=" + ct.uid(),
                        "-od",
                        received.toString()),
                List.of());

        assertTrue(got.has("Number of Completed Suboperations : 2"), got::output);
        assertReceivedPixels(UID.ExplicitVRLittleEndian);
    }

    @Test
    void undecodableObjectShouldFailAloneAndBeNamed() throws Exception {
        byte[] broken = withBrokenFrame(compressed.get(0));
        store(List.of(broken, compressed.get(1)));
        int port = Orthanc.freePort();
        String destination = EntityRow.caller("").listening(port).insert();

        Dcmtk moved = move(destination, port, "-d");

        assertTrue(moved.has("0xb000"), moved::output);
        assertTrue(moved.output().matches("(?s).*Completed Suboperations +: 1.*"), moved::output);
        assertTrue(moved.output().matches("(?s).*Failed Suboperations +: 1.*"), moved::output);
        assertTrue(
                moved.output()
                        .lines()
                        .anyMatch(line -> line.contains("FailedSOPInstanceUIDList")
                                && line.contains(Part10.sopInstanceUid(broken))),
                moved::output);
    }

    private static void store(List<byte[]> objects) {
        assertEquals(200, Dicomweb.as("demo-emr").store(objects).status());
    }

    private Dcmtk move(String destination, int port, String... more) {
        List<String> options = new ArrayList<>(List.of(more));
        options.addAll(List.of("+xe", "+P", Integer.toString(port), "-od", received.toString(), "-S"));
        options.addAll(List.of("-aem", destination, "-k", "QueryRetrieveLevel=STUDY"));
        options.addAll(List.of("-k", "StudyInstanceUID=" + ct.uid()));
        return Dcmtk.call("movescu", "MOVESCU", options, List.of());
    }

    /** Each in a native syntax and with the very pixels that were compressed without loss. */
    private void assertReceivedPixels(String syntax) throws Exception {
        List<Path> files;
        try (Stream<Path> all = Files.list(received)) {
            files = all.toList();
        }
        assertEquals(2, files.size());
        for (Path file : files) {
            DicomObject object;
            try (var in = Files.newInputStream(file)) {
                object = new DicomReader().read(in);
            }
            assertEquals(syntax, object.transferSyntax().uid());
            Attributes original = original(object.dataset().getString(Tag.SOPInstanceUID));
            assertArrayEquals(original.getBytes(Tag.PixelData), object.dataset().getBytes(Tag.PixelData));
        }
    }

    private Attributes original(String uid) {
        return ct.objects().stream()
                .map(file -> Part10.read(file).dataset())
                .filter(dataset -> uid.equals(dataset.getString(Tag.SOPInstanceUID)))
                .findFirst()
                .orElseThrow();
    }

    /** The same file with nonsense in place of the codestream's markers. */
    private static byte[] withBrokenFrame(byte[] file) {
        byte[] broken = file.clone();
        for (int i = broken.length - 4; i > 0; i--) {
            // SOI and SOF55 of JPEG-LS, ISO/IEC 14495-1 C.1.1
            if ((broken[i] & 0xFF) == 0xFF && (broken[i + 1] & 0xFF) == 0xD8 && (broken[i + 2] & 0xFF) == 0xFF) {
                broken[i + 1] = 0x13;
                broken[i + 3] = 0x37;
                return broken;
            }
        }
        throw new IllegalArgumentException("no JPEG codestream");
    }
}
