package org.aegle.dicom.network.service;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.io.TransferSyntax;
import org.aegle.dicom.network.Transport;
import org.aegle.dicom.network.dimse.DimseOutcome;
import org.aegle.dicom.network.dimse.DimseStatus;
import org.aegle.dicom.network.dimse.Suboperations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our users against DCMTK's storescp and dcmqrscp. */
class DcmtkProviderTest {
    private static final String FIND = UID.StudyRootQueryRetrieveInformationModelFind;
    private static final String MOVE = UID.StudyRootQueryRetrieveInformationModelMove;
    private static final String GET = UID.StudyRootQueryRetrieveInformationModelGet;
    private static final TransferSyntax EXPLICIT = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;

    @TempDir
    private Path folder;

    private static RemoteEntity remote(String aeTitle, Tool.Server server) {
        return new RemoteEntity(aeTitle, "127.0.0.1", server.port(), Transport.plain());
    }

    private Tool.Server storescp(Path received, String... options) throws Exception {
        int port = Tool.freePort();
        Files.createDirectory(received);
        List<String> command = new ArrayList<>(List.of("storescp", "+B", "-od", received.toString()));
        command.addAll(List.of(options));
        command.add(Integer.toString(port));
        return Tool.start(port, folder.resolve("storescp.log"), command.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                UID.ImplicitVRLittleEndian,
                UID.ExplicitVRLittleEndian,
                UID.ExplicitVRBigEndian,
                UID.DeflatedExplicitVRLittleEndian
            })
    void storescpShouldKeepWhatWeSendByteForByte(String uid) throws Exception {
        TransferSyntax syntax = TransferSyntax.find(uid).orElseThrow();
        Path received = folder.resolve("received");
        try (Tool.Server server = storescp(received, "+xa", "-pdu", "131072");
                Loopback loopback = new Loopback();
                ServiceUser user = loopback.connect(
                        remote("STORESCP", server), AssociationOffer.NONE.with(UID.CTImageStorage, syntax))) {
            for (int number = 1; number <= 3; number++) {
                OutgoingInstance instance = OutgoingInstance.of(Instances.ct(number), syntax);
                assertEquals(DimseOutcome.SUCCESS, user.store(instance).outcome());
            }
        }
        List<Path> files = Part10File.in(received);
        assertEquals(3, files.size());
        for (int number = 1; number <= 3; number++) {
            Part10File file = Part10File.read(files.get(number - 1));
            assertEquals(syntax, file.transferSyntax());
            assertArrayEquals(Instances.encode(Instances.ct(number), syntax), file.dataset());
        }
    }

    @Test
    void storescpThatTakesImplicitOnlyShouldGetATranscodedInstance() throws Exception {
        Path received = folder.resolve("received");
        try (Tool.Server server = storescp(received, "+xi");
                Loopback loopback = new Loopback();
                ServiceUser user = loopback.connect(
                        remote("STORESCP", server),
                        AssociationOffer.NONE
                                .with(UID.CTImageStorage, EXPLICIT)
                                .with(UID.CTImageStorage, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN))) {
            assertEquals(
                    DimseOutcome.SUCCESS,
                    user.store(Instances.outgoing(1).get(0)).outcome());
        }
        Part10File file = Part10File.read(Part10File.in(received).get(0));
        assertArrayEquals(Instances.encode(Instances.ct(1), TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN), file.dataset());
    }

    @Test
    void abortOfStorescpShouldReachTheUser() throws Exception {
        try (Tool.Server server = storescp(folder.resolve("received"), "--abort-after");
                Loopback loopback = new Loopback();
                ServiceUser user = loopback.connect(
                        remote("STORESCP", server), AssociationOffer.NONE.with(UID.CTImageStorage, EXPLICIT))) {
            OutgoingInstance instance = Instances.outgoing(1).get(0);
            IOException failure = assertThrows(IOException.class, () -> user.store(instance));
            assertEquals("The peer aborted the association", failure.getMessage());
        }
    }

    /** An archive with three images; it knows us as AEGLE. */
    private Tool.Server dcmqrscp(int aeglePort) throws Exception {
        Path database = Files.createDirectory(folder.resolve("database"));
        int port = Tool.freePort();
        Path configuration = folder.resolve("dcmqrscp.cfg");
        Files.writeString(
                configuration,
                """
                NetworkTCPPort  = %d
                MaxPDUSize      = 16384
                MaxAssociations = 16
                HostTable BEGIN
                aegle = (AEGLE, 127.0.0.1, %d)
                HostTable END
                VendorTable BEGIN
                VendorTable END
                AETable BEGIN
                QRSCP %s RW (100, 1024mb) ANY
                AETable END
                """
                        .formatted(port, aeglePort, database));
        return Tool.start(
                port,
                folder.resolve("dcmqrscp.log"),
                "dcmqrscp",
                "-c",
                configuration.toString(),
                "+xe",
                Integer.toString(port));
    }

    @Test
    void dcmqrscpShouldStoreFindMoveAndGet() throws Exception {
        MemoryStore moved = new MemoryStore();
        MemoryStore got = new MemoryStore();
        try (Loopback loopback = new Loopback()) {
            RemoteEntity aegle = loopback.serve(ServiceProviders.ECHO.withStore(moved));
            try (Tool.Server server = dcmqrscp(aegle.port())) {
                RemoteEntity archive = remote("QRSCP", server);
                fill(loopback, archive);
                AssociationOffer offer = AssociationOffer.NONE
                        .with(FIND, EXPLICIT)
                        .with(MOVE, EXPLICIT)
                        .with(GET, EXPLICIT)
                        .withStorageScp(List.of(UID.CTImageStorage), List.of(EXPLICIT));
                try (ServiceUser user =
                        loopback.client.connect("AEGLE", archive, offer, ServiceProviders.ECHO.withStore(got))) {
                    assertEquals(DimseStatus.SUCCESS, findAll(user).status());
                    RetrieveResult result = user.move(MOVE, "AEGLE", Instances.studyKeys(), RetrieveProgress.UNWATCHED);
                    assertEquals(DimseStatus.SUCCESS, result.outcome().status());
                    assertEquals(new Suboperations(0, 3, 0, 0), result.suboperations());
                    List<Suboperations> progress = new ArrayList<>();
                    result = user.get(GET, Instances.studyKeys(), progress::add);
                    assertEquals(DimseStatus.SUCCESS, result.outcome().status());
                    assertTrue(progress.size() >= 2, progress.toString());
                }
            }
        }
        assertHoldsAll(moved);
        assertHoldsAll(got);
        assertEquals(
                "AEGLE",
                moved.stored()
                        .values()
                        .iterator()
                        .next()
                        .operation()
                        .request()
                        .moveOriginator()
                        .aeTitle());
    }

    private static void fill(Loopback loopback, RemoteEntity archive) throws IOException {
        try (ServiceUser user = loopback.connect(archive, AssociationOffer.NONE.with(UID.CTImageStorage, EXPLICIT))) {
            for (OutgoingInstance instance : Instances.outgoing(3)) {
                assertEquals(DimseOutcome.SUCCESS, user.store(instance).outcome());
            }
        }
    }

    private static Attributes keys() {
        Attributes keys = new Attributes();
        keys.setString(Tag.QueryRetrieveLevel, VR.CS, "IMAGE");
        keys.setString(Tag.StudyInstanceUID, VR.UI, Instances.STUDY);
        keys.setString(Tag.SeriesInstanceUID, VR.UI, Instances.STUDY + ".1");
        keys.setNull(Tag.SOPInstanceUID, VR.UI);
        keys.setNull(Tag.InstanceNumber, VR.IS);
        return keys;
    }

    private static DimseOutcome findAll(ServiceUser user) throws IOException {
        try (FindResults results = user.find(FIND, keys())) {
            List<String> uids = new ArrayList<>();
            for (Optional<Attributes> match = results.next(); match.isPresent(); match = results.next()) {
                uids.add(match.get().getString(Tag.SOPInstanceUID));
            }
            uids.sort(Comparator.naturalOrder());
            assertEquals(List.of("2.25.100.1.1", "2.25.100.1.2", "2.25.100.1.3"), uids);
            return results.outcome();
        }
    }

    private static void assertHoldsAll(MemoryStore store) {
        assertEquals(3, store.stored().size());
        for (int number = 1; number <= 3; number++) {
            assertArrayEquals(
                    Instances.encode(Instances.ct(number), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN),
                    store.stored().get("2.25.100.1." + number).explicit());
        }
    }
}
