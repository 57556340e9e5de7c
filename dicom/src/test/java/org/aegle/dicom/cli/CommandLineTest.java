package org.aegle.dicom.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.dictionary.SopClasses;
import org.aegle.dicom.io.DicomWriter;
import org.aegle.dicom.io.FileMetaInformation;
import org.aegle.dicom.io.TransferSyntax;
import org.aegle.dicom.network.AssociationDecision;
import org.aegle.dicom.network.AssociationLimits;
import org.aegle.dicom.network.SupportedContexts;
import org.aegle.dicom.network.Transport;
import org.aegle.dicom.network.dimse.DimseOutcome;
import org.aegle.dicom.network.service.DatasetSource;
import org.aegle.dicom.network.service.DicomClient;
import org.aegle.dicom.network.service.DicomServer;
import org.aegle.dicom.network.service.MoveOperation;
import org.aegle.dicom.network.service.MoveProvider;
import org.aegle.dicom.network.service.NativeTranscoder;
import org.aegle.dicom.network.service.OutgoingInstance;
import org.aegle.dicom.network.service.RemoteEntity;
import org.aegle.dicom.network.service.ServerSettings;
import org.aegle.dicom.network.service.ServiceProviders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    private static final TransferSyntax EXPLICIT = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Map<String, byte[]> stored = new ConcurrentHashMap<>();
    private DicomClient client;
    private DicomServer server;
    private String peer;

    @BeforeEach
    void start() throws IOException {
        client = new DicomClient(AssociationLimits.DEFAULT, new NativeTranscoder());
        List<String> models = List.of(
                UID.Verification,
                UID.StudyRootQueryRetrieveInformationModelFind,
                UID.StudyRootQueryRetrieveInformationModelMove,
                UID.StudyRootQueryRetrieveInformationModelGet);
        SupportedContexts contexts = SupportedContexts.NONE
                .with(models, List.of(EXPLICIT, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN))
                .with(SopClasses.standard().uids(), List.of(EXPLICIT))
                .withScpRole(SopClasses.standard().uids());
        server = DicomServer.start(
                new ServerSettings(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), Transport.plain(), 10, 1),
                proposal -> new AssociationDecision.Accepted(contexts),
                providers(),
                client);
        peer = "AEGLE@127.0.0.1:" + server.address().getPort();
    }

    private ServiceProviders providers() {
        MoveProvider toItself = new MoveProvider() {
            @Override
            public Optional<RemoteEntity> findDestination(MoveOperation operation) {
                return Optional.of(new RemoteEntity(
                                "AEGLE", "127.0.0.1", server.address().getPort(), Transport.plain()))
                        .filter(known ->
                                known.aeTitle().equals(operation.request().moveDestination()));
            }

            @Override
            public List<OutgoingInstance> move(MoveOperation operation) {
                return List.of(OutgoingInstance.of(report("1.2.3"), EXPLICIT));
            }
        };
        return ServiceProviders.ECHO
                .withStore(operation -> {
                    stored.put(
                            operation.request().affectedSopInstanceUid(),
                            operation.dataset().readAllBytes());
                    return DimseOutcome.SUCCESS;
                })
                .withFind(operation -> Stream.of(operation.identifier(), report("1.2.3")))
                .withMove(toItself)
                .withGet(operation -> List.of(
                        OutgoingInstance.of(report("1.2.3"), EXPLICIT),
                        new OutgoingInstance(
                                UID.BasicTextSRStorage, "../1.2.4", EXPLICIT, DatasetSource.of(new byte[0]))));
    }

    @AfterEach
    void stop() {
        server.close();
        client.close();
    }

    private static Attributes report(String uid) {
        Attributes report = new Attributes();
        report.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192");
        report.setString(Tag.SOPClassUID, VR.UI, UID.BasicTextSRStorage);
        report.setString(Tag.SOPInstanceUID, VR.UI, uid);
        report.setString(Tag.PatientName, VR.PN, "Müller^Änne");
        report.newSequence(Tag.ContentSequence, 1).newItem().setString(Tag.TextValue, VR.UT, "all\nwell");
        return report;
    }

    private Path file(String uid) throws IOException {
        Path file = folder.resolve(uid + ".dcm");
        Attributes report = report(uid);
        try (OutputStream stream = Files.newOutputStream(file)) {
            new DicomWriter().write(FileMetaInformation.of(report, EXPLICIT), report, stream);
        }
        return file;
    }

    private int run(String... arguments) {
        return new CommandLine(print(out), print(err)).run(arguments);
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String errors() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void echoShouldPrintTheStatus() {
        assertEquals(0, run("echo", "-t", "TESTER", peer), this::errors);
        assertEquals("0000H\n", printed());
    }

    @Test
    void storeShouldSendFilesAndFoldersAndGoOnBehindABadOne() throws IOException {
        file("1.2.1");
        file("1.2.2");
        Files.writeString(folder.resolve("no.dcm"), "no DICOM at all");
        assertEquals(1, run("store", peer, folder.toString()));
        assertEquals("1.2.1 0000H\n1.2.2 0000H\n", printed());
        assertTrue(errors().contains("no.dcm: "), errors());
        assertEquals(2, stored.size());
    }

    @Test
    void findShouldPrintTheMatches() {
        assertEquals(0, run("find", "-L", "PATIENT", "-k", "PatientName=*nn*", "-k", "0010,0020", peer), this::errors);
        assertTrue(printed().contains("(0010,0010) PN [*nn*]"), printed());
        assertTrue(printed().contains("(0010,0020) LO (no value available)"), printed());
        assertTrue(printed().contains("(0010,0010) PN [Müller^Änne]"), printed());
    }

    @Test
    void moveShouldPrintTheCounts() {
        assertEquals(0, run("move", "-k", "StudyInstanceUID=1.2", "-d", "AEGLE", peer), this::errors);
        assertEquals("0000H completed 1, warning 0, failed 0\n", printed());
        assertTrue(stored.containsKey("1.2.3"));
        assertEquals(1, run("move", "-k", "StudyInstanceUID=1.2", "-d", "NOBODY", peer));
    }

    @Test
    void getShouldWriteFilesAndNeverOutsideOfItsFolder() throws IOException {
        Path target = folder.resolve("target");
        assertEquals(1, run("get", "-k", "StudyInstanceUID=1.2", "-o", target.toString(), peer));
        assertEquals("B000H completed 1, warning 0, failed 1\n", printed());
        try (Stream<Path> files = Files.list(target)) {
            assertEquals(List.of(target.resolve("1.2.3.dcm")), files.toList());
        }
        assertFalse(Files.exists(folder.resolve("1.2.4.dcm")));
        assertEquals(0, run("json", target.resolve("1.2.3.dcm").toString()));
        assertTrue(printed().contains("\"Müller^Änne\""), printed());
    }

    @Test
    void dumpShouldPrintEveryElement() throws IOException {
        assertEquals(0, run("dump", file("1.2.1").toString()), this::errors);
        assertTrue(printed().contains("(0002,0010) UI =ExplicitVRLittleEndian"), printed());
        assertTrue(printed().contains("    (0040,a160) UT [all.well]"), printed());
        assertTrue(printed().matches("(?s).*# 14, 1 PatientName\n.*"), printed());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "dance",
                "echo",
                "echo AEGLE",
                "echo AEGLE@host",
                "echo AEGLE@host:99999",
                "echo -x A@b:1",
                "echo -t",
                "store A@b:1",
                "find -k Nonsense A@b:1",
                "find -k Rows=wide A@b:1",
                "find -M family A@b:1",
                "move -M worklist -d X A@b:1",
                "move A@b:1",
                "get A@b:1",
                "dump"
            })
    void misuseShouldBeExplainedWithoutAStackTrace(String line) {
        assertEquals(2, run(line.isEmpty() ? new String[0] : line.split(" ")));
        assertTrue(errors().contains("usage: "), errors());
        assertFalse(errors().contains("Exception"), errors());
        assertEquals("", printed());
    }

    @Test
    void failuresShouldBeOneSentence() throws IOException {
        assertEquals(1, run("dump", "/no/such/file"));
        assertEquals("There is no file /no/such/file.\n", errors());
        err.reset();
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        assertEquals(1, run("echo", "A@127.0.0.1:" + closed));
        assertEquals("Connection refused.\n", errors());
    }

    @Test
    void helpShouldNameEveryCommand() {
        assertEquals(0, run("--help"));
        for (String command : List.of("echo", "store", "find", "move", "get", "dump", "json")) {
            assertTrue(printed().contains("\n  " + command + " "), command);
        }
    }
}
