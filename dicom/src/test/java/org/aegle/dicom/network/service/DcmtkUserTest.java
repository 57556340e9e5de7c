package org.aegle.dicom.network.service;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.io.TransferSyntax;
import org.aegle.dicom.network.Transport;
import org.aegle.dicom.network.dimse.DimseOutcome;
import org.aegle.dicom.network.dimse.DimseStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** DCMTK's users against our server. */
class DcmtkUserTest {
    /** Exit code of storescu: the upper half of the status. */
    private static final int OUT_OF_RESOURCES = 0xA7;

    @TempDir
    private Path folder;

    private final MemoryStore store = new MemoryStore();

    private static String port(RemoteEntity remote) {
        return Integer.toString(remote.port());
    }

    @Test
    void echoscuShouldBeAnswered() throws Exception {
        try (Loopback loopback = new Loopback()) {
            RemoteEntity remote = loopback.serve(ServiceProviders.ECHO);
            Tool.run("echoscu", "-aec", "AEGLE", "--repeat", "5", "127.0.0.1", port(remote));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "-xi, 1.2.840.10008.1.2",
        "-xe, 1.2.840.10008.1.2.1",
        "-xb, 1.2.840.10008.1.2.2",
        "-xd, 1.2.840.10008.1.2.1.99"
    })
    void storescuShouldStoreInEachNativeTransferSyntax(String option, String uid) throws Exception {
        TransferSyntax syntax = TransferSyntax.find(uid).orElseThrow();
        Path file = Instances.file(folder, Instances.ct(1), syntax);
        try (Loopback loopback = new Loopback()) {
            RemoteEntity remote = loopback.serve(
                    Loopback.accepting(Loopback.everything().with(UID.CTImageStorage, syntax)),
                    ServiceProviders.ECHO.withStore(store));
            Tool.run("storescu", option, "-R", "127.0.0.1", port(remote), file.toString());
        }
        assertEquals(syntax, store.only().transferSyntax());
        assertArrayEquals(
                Instances.encode(Instances.ct(1), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN),
                store.only().explicit());
    }

    @ParameterizedTest
    @CsvSource({"dcmcrle, -xr", "dcmcjpeg, -xs", "dcmcjpls, -xt"})
    void storescuShouldStoreCompressedImagesByteForByte(String encoder, String option) throws Exception {
        Path file = Instances.file(folder, Instances.ct(1), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        Path compressed = folder.resolve("compressed.dcm");
        Tool.run(encoder, "+un", file.toString(), compressed.toString());
        try (Loopback loopback = new Loopback()) {
            RemoteEntity remote = loopback.serve(ServiceProviders.ECHO.withStore(store));
            Tool.run("storescu", option, "-R", "127.0.0.1", port(remote), compressed.toString());
        }
        Part10File sent = Part10File.read(compressed);
        assertTrue(sent.transferSyntax().encapsulated());
        assertEquals(sent.transferSyntax(), store.only().transferSyntax());
        assertArrayEquals(sent.dataset(), store.only().bytes());
    }

    @ParameterizedTest
    @CsvSource({"4096", "131072"})
    void storescuShouldStoreManyInstancesOverOneAssociation(String pduLength) throws Exception {
        List<String> command = new ArrayList<>(List.of("storescu", "-pdu", pduLength, "--max-send-pdu", pduLength));
        try (Loopback loopback = new Loopback()) {
            RemoteEntity remote = loopback.serve(ServiceProviders.ECHO.withStore(store));
            command.addAll(List.of("-R", "127.0.0.1", port(remote)));
            for (int number = 1; number <= 40; number++) {
                command.add(Instances.file(folder, Instances.ct(number), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)
                        .toString());
            }
            Tool.run(command.toArray(String[]::new));
        }
        assertEquals(40, store.stored().size());
        assertArrayEquals(
                Instances.encode(Instances.ct(17), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN),
                store.stored().get("2.25.100.1.17").explicit());
    }

    @Test
    void storescuShouldShowTheRefusal() throws Exception {
        Path file = Instances.file(folder, Instances.ct(1), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        StoreProvider refusing = operation -> {
            throw new DimseRefusal(DimseStatus.OUT_OF_RESOURCES, "the disk is full");
        };
        try (Loopback loopback = new Loopback()) {
            RemoteEntity remote = loopback.serve(ServiceProviders.ECHO.withStore(refusing));
            String output = Tool.run(
                    OUT_OF_RESOURCES, "storescu", "-d", "+C", "-R", "127.0.0.1", port(remote), file.toString());
            assertTrue(output.contains("Out of resources"), output);
            assertTrue(output.contains("the disk is full"), output);
        }
    }

    @Test
    void findscuShouldShowTheMatches() throws Exception {
        List<Attributes> identifiers = new ArrayList<>();
        FindProvider provider = operation -> {
            identifiers.add(operation.identifier());
            return Stream.of("Lovelace^Ada", "Hopper^Grace").map(name -> {
                Attributes match = Instances.studyKeys();
                match.setString(Tag.PatientName, VR.PN, name);
                return match;
            });
        };
        try (Loopback loopback = new Loopback()) {
            RemoteEntity remote = loopback.serve(ServiceProviders.ECHO.withFind(provider));
            String output = Tool.run(
                    "findscu",
                    "-v",
                    "-S",
                    "-k",
                    "QueryRetrieveLevel=STUDY",
                    "-k",
                    "PatientName=*a*",
                    "-k",
                    "StudyInstanceUID",
                    "127.0.0.1",
                    port(remote));
            assertTrue(output.contains("[Lovelace^Ada]"), output);
            assertTrue(output.contains("[Hopper^Grace]"), output);
            assertTrue(output.contains("Success"), output);
        }
        assertEquals("*a*", identifiers.get(0).getString(Tag.PatientName));
        assertTrue(identifiers.get(0).contains(Tag.StudyInstanceUID));
    }

    @Test
    void findscuShouldBeAbleToCancel() throws Exception {
        FindProvider endless = operation -> Stream.generate(Instances::studyKeys);
        try (Loopback loopback = new Loopback()) {
            RemoteEntity remote = loopback.serve(ServiceProviders.ECHO.withFind(endless));
            String output = Tool.run(
                    "findscu",
                    "-v",
                    "-S",
                    "--cancel",
                    "3",
                    "-k",
                    "QueryRetrieveLevel=STUDY",
                    "-k",
                    "StudyInstanceUID",
                    "127.0.0.1",
                    port(remote));
            assertTrue(output.contains("Cancel"), output);
        }
    }

    @Test
    void getscuShouldRetrieveOverItsOwnAssociation() throws Exception {
        List<OutgoingInstance> instances = Instances.outgoing(3);
        try (Loopback loopback = new Loopback()) {
            RemoteEntity remote = loopback.serve(ServiceProviders.ECHO.withGet(operation -> instances));
            Tool.run(
                    "getscu",
                    "-v",
                    "-S",
                    "-od",
                    folder.toString(),
                    "-k",
                    "QueryRetrieveLevel=STUDY",
                    "-k",
                    "StudyInstanceUID=" + Instances.STUDY,
                    "127.0.0.1",
                    port(remote));
        }
        assertRetrieved(instances);
    }

    private void assertRetrieved(List<OutgoingInstance> instances) throws IOException {
        List<Path> files = Part10File.in(folder);
        assertEquals(instances.size(), files.size());
        for (int i = 0; i < files.size(); i++) {
            assertArrayEquals(
                    instances.get(i).dataset().open().readAllBytes(),
                    Part10File.read(files.get(i)).explicit());
        }
    }

    @Test
    void movescuShouldReceiveWhatItAskedFor() throws Exception {
        List<OutgoingInstance> instances = Instances.outgoing(3);
        int port = Tool.freePort();
        RemoteEntity itself = new RemoteEntity("MOVER", "127.0.0.1", port, Transport.plain());
        MoveProvider provider = new MoveProvider() {
            @Override
            public Optional<RemoteEntity> findDestination(MoveOperation operation) {
                return Optional.of(itself).filter(known -> known.aeTitle()
                        .equals(operation.request().moveDestination()));
            }

            @Override
            public List<OutgoingInstance> move(MoveOperation operation) {
                return instances;
            }
        };
        try (Loopback loopback = new Loopback()) {
            RemoteEntity remote = loopback.serve(ServiceProviders.ECHO.withMove(provider));
            Tool.run(
                    "movescu",
                    "-v",
                    "-S",
                    "-aet",
                    "MOVER",
                    "-aem",
                    "MOVER",
                    "+P",
                    Integer.toString(port),
                    "+xa",
                    "-od",
                    folder.toString(),
                    "-k",
                    "QueryRetrieveLevel=STUDY",
                    "-k",
                    "StudyInstanceUID=" + Instances.STUDY,
                    "127.0.0.1",
                    port(remote));
        }
        assertRetrieved(instances);
    }

    @Test
    void storageOutcomesWithWarningShouldReachStorescu() throws Exception {
        Path file = Instances.file(folder, Instances.ct(1), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        StoreProvider warning = operation -> DimseOutcome.of(DimseStatus.ELEMENTS_DISCARDED);
        try (Loopback loopback = new Loopback()) {
            RemoteEntity remote = loopback.serve(ServiceProviders.ECHO.withStore(warning));
            String output = Tool.run("storescu", "-v", "-R", "127.0.0.1", port(remote), file.toString());
            assertTrue(output.contains("ElementsDiscarded"), output);
        }
    }
}
