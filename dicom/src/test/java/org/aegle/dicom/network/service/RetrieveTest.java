package org.aegle.dicom.network.service;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.dictionary.SopClasses;
import org.aegle.dicom.image.DecompressingTranscoder;
import org.aegle.dicom.image.Frame;
import org.aegle.dicom.image.FrameEncoder;
import org.aegle.dicom.image.PixelFormat;
import org.aegle.dicom.io.DicomWriter;
import org.aegle.dicom.io.EncapsulatedFrames;
import org.aegle.dicom.io.SequenceLength;
import org.aegle.dicom.io.TransferSyntax;
import org.aegle.dicom.network.SupportedContexts;
import org.aegle.dicom.network.Transport;
import org.aegle.dicom.network.dimse.DimseOutcome;
import org.aegle.dicom.network.dimse.DimseStatus;
import org.aegle.dicom.network.dimse.MoveOriginator;
import org.aegle.dicom.network.dimse.Suboperations;
import org.junit.jupiter.api.Test;

class RetrieveTest {
    private static final String GET = UID.StudyRootQueryRetrieveInformationModelGet;
    private static final String MOVE = UID.StudyRootQueryRetrieveInformationModelMove;
    private static final AssociationOffer MOVE_OFFER =
            AssociationOffer.NONE.with(MOVE, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN);

    private static AssociationOffer getOffer(TransferSyntax... syntaxes) {
        return AssociationOffer.NONE
                .with(GET, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN)
                .withStorageScp(List.of(UID.CTImageStorage, UID.MRImageStorage), List.of(syntaxes));
    }

    private static OutgoingInstance unreadable(String uid) {
        return new OutgoingInstance(UID.CTImageStorage, uid, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, () -> {
            throw new FileNotFoundException("no file");
        });
    }

    /** Knows one destination. */
    private record Mover(RemoteEntity destination, List<OutgoingInstance> instances) implements MoveProvider {
        @Override
        public Optional<RemoteEntity> findDestination(MoveOperation operation) {
            return operation.request().moveDestination().equals(destination.aeTitle())
                    ? Optional.of(destination)
                    : Optional.empty();
        }

        @Override
        public List<OutgoingInstance> move(MoveOperation operation) {
            return instances;
        }
    }

    private static void assertHolds(MemoryStore store, List<OutgoingInstance> instances) throws IOException {
        assertEquals(instances.size(), store.stored().size());
        for (OutgoingInstance instance : instances) {
            assertArrayEquals(
                    instance.dataset().open().readAllBytes(),
                    store.stored().get(instance.sopInstanceUid()).bytes());
        }
    }

    @Test
    void getShouldBringTheInstancesOverTheSameAssociationWithItsProgress() throws IOException {
        List<OutgoingInstance> instances = Instances.outgoing(5);
        MemoryStore store = new MemoryStore();
        List<Suboperations> progress = new ArrayList<>();
        try (Loopback loopback = new Loopback()) {
            RemoteEntity remote = loopback.serve(ServiceProviders.ECHO.withGet(operation -> instances));
            try (ServiceUser user = loopback.client.connect(
                    "TESTER",
                    remote,
                    getOffer(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN),
                    ServiceProviders.ECHO.withStore(store))) {
                RetrieveResult result = user.get(GET, Instances.studyKeys(), counts -> progress.add(counts));
                assertEquals(DimseOutcome.SUCCESS, result.outcome());
                assertEquals(new Suboperations(0, 5, 0, 0), result.suboperations());
            }
        }
        assertHolds(store, instances);
        assertEquals(
                List.of(
                        new Suboperations(4, 1, 0, 0),
                        new Suboperations(3, 2, 0, 0),
                        new Suboperations(2, 3, 0, 0),
                        new Suboperations(1, 4, 0, 0)),
                progress);
    }

    @Test
    void getShouldTranscodeForTheContextThatTheUserTakes() throws IOException {
        MemoryStore store = new MemoryStore();
        try (Loopback loopback = new Loopback()) {
            RemoteEntity remote = loopback.serve(ServiceProviders.ECHO.withGet(operation -> Instances.outgoing(1)));
            try (ServiceUser user = loopback.client.connect(
                    "TESTER",
                    remote,
                    getOffer(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN),
                    ServiceProviders.ECHO.withStore(store))) {
                assertTrue(user.get(GET, Instances.studyKeys(), RetrieveProgress.UNWATCHED)
                        .outcome()
                        .status()
                        .isSuccess());
            }
        }
        assertArrayEquals(
                Instances.encode(Instances.ct(1), TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN),
                store.only().bytes());
    }

    /** An RLE image of two frames, one of them perhaps broken; named by its number. */
    private static OutgoingInstance compressed(int number, int brokenFrame) throws Exception {
        TransferSyntax rle = TransferSyntax.find(UID.RLELossless).orElseThrow();
        Attributes image = Instances.ct(number);
        Frame frame = new Frame(PixelFormat.of(image), image.getBytes(Tag.PixelData));
        byte[] sound = new FrameEncoder().encode(frame, rle).bytes();
        byte[] broken = new byte[64];
        EncapsulatedFrames frames = new EncapsulatedFrames(
                List.of(brokenFrame == 1 ? broken : sound, brokenFrame == 2 ? broken : sound),
                EncapsulatedFrames.OffsetTable.BASIC);
        frames.putInto(image);
        image.setInt(Tag.NumberOfFrames, VR.IS, 2);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DicomWriter(SequenceLength.EXPLICIT, frames).writeDataset(image, rle, out);
        return new OutgoingInstance(
                UID.CTImageStorage, image.getString(Tag.SOPInstanceUID), rle, DatasetSource.of(out.toByteArray()));
    }

    private static Loopback decompressing() {
        return new Loopback(Loopback.LIMITS, new DecompressingTranscoder(new NativeTranscoder()));
    }

    @Test
    void getShouldFailForTheInstanceWhoseFirstFrameIsBrokenAndGoOn() throws Exception {
        List<OutgoingInstance> instances = List.of(compressed(1, 0), compressed(2, 1), compressed(3, 0));
        MemoryStore store = new MemoryStore();
        try (Loopback loopback = decompressing()) {
            RemoteEntity remote = loopback.serve(ServiceProviders.ECHO.withGet(operation -> instances));
            try (ServiceUser user = loopback.client.connect(
                    "TESTER",
                    remote,
                    getOffer(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN),
                    ServiceProviders.ECHO.withStore(store))) {
                RetrieveResult result = user.get(GET, Instances.studyKeys(), RetrieveProgress.UNWATCHED);
                assertEquals(new Suboperations(0, 2, 1, 0), result.suboperations());
                assertEquals(List.of("2.25.100.1.2"), result.failedSopInstanceUids());
            }
        }
        assertEquals(Set.of("2.25.100.1.1", "2.25.100.1.3"), store.stored().keySet());
    }

    /** The store association is aborted within the second instance, and another one opened for the third. */
    @Test
    void moveShouldFailForTheInstanceWithABrokenFrameAndSendNoPartOfIt() throws Exception {
        List<OutgoingInstance> instances = List.of(compressed(1, 0), compressed(2, 2), compressed(3, 0));
        MemoryStore store = new MemoryStore();
        SupportedContexts explicitOnly = SupportedContexts.NONE.with(
                List.of(UID.CTImageStorage), List.of(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
        try (Loopback loopback = decompressing()) {
            RemoteEntity destination =
                    loopback.serve(Loopback.accepting(explicitOnly), ServiceProviders.ECHO.withStore(store));
            RemoteEntity mover = loopback.serve(ServiceProviders.ECHO.withMove(new Mover(destination, instances)));
            try (ServiceUser user = loopback.connect(mover, MOVE_OFFER)) {
                RetrieveResult result =
                        user.move(MOVE, destination.aeTitle(), Instances.studyKeys(), RetrieveProgress.UNWATCHED);
                assertEquals(new Suboperations(0, 2, 1, 0), result.suboperations());
                assertEquals(List.of("2.25.100.1.2"), result.failedSopInstanceUids());
            }
        }
        assertEquals(Set.of("2.25.100.1.1", "2.25.100.1.3"), store.stored().keySet());
    }

    @Test
    void getWithoutTheRoleShouldFailEachSuboperation() throws IOException {
        try (Loopback loopback = new Loopback()) {
            RemoteEntity remote = loopback.serve(ServiceProviders.ECHO.withGet(operation -> Instances.outgoing(2)));
            AssociationOffer noRole = AssociationOffer.NONE
                    .with(GET, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN)
                    .with(UID.CTImageStorage, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
            try (ServiceUser user = loopback.connect(remote, noRole)) {
                RetrieveResult result = user.get(GET, Instances.studyKeys(), RetrieveProgress.UNWATCHED);
                assertEquals(
                        DimseStatus.UNABLE_TO_PERFORM_SUBOPERATIONS,
                        result.outcome().status());
                assertEquals(List.of("2.25.100.1.1", "2.25.100.1.2"), result.failedSopInstanceUids());
            }
        }
    }

    @Test
    void failuresShouldBeCountedNamedAndNotStopTheOthers() throws IOException {
        List<OutgoingInstance> instances = new ArrayList<>(Instances.outgoing(2));
        instances.add(1, unreadable("1.2.9"));
        MemoryStore store = new MemoryStore();
        StoreProvider warning = operation -> {
            store.store(operation);
            return DimseOutcome.of(DimseStatus.ELEMENTS_DISCARDED);
        };
        try (Loopback loopback = new Loopback()) {
            RemoteEntity remote = loopback.serve(ServiceProviders.ECHO.withGet(operation -> instances));
            try (ServiceUser user = loopback.client.connect(
                    "TESTER",
                    remote,
                    getOffer(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN),
                    ServiceProviders.ECHO.withStore(warning))) {
                RetrieveResult result = user.get(GET, Instances.studyKeys(), RetrieveProgress.UNWATCHED);
                assertEquals(
                        DimseStatus.SUBOPERATIONS_COMPLETE_WITH_FAILURES,
                        result.outcome().status());
                assertEquals(new Suboperations(0, 0, 1, 2), result.suboperations());
                assertEquals(List.of("1.2.9"), result.failedSopInstanceUids());
            }
        }
        assertEquals(2, store.stored().size());
    }

    @Test
    void cancelShouldEndAGet() throws IOException {
        MemoryStore store = new MemoryStore();
        try (Loopback loopback = new Loopback()) {
            List<OutgoingInstance> instances = Instances.outgoing(200);
            RemoteEntity remote = loopback.serve(ServiceProviders.ECHO.withGet(operation -> instances));
            try (ServiceUser user = loopback.client.connect(
                    "TESTER",
                    remote,
                    getOffer(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN),
                    ServiceProviders.ECHO.withStore(store))) {
                RetrieveResult result = user.get(GET, Instances.studyKeys(), counts -> false);
                assertEquals(DimseStatus.CANCEL, result.outcome().status());
                assertTrue(result.suboperations().remaining() > 0);
                assertEquals(
                        200,
                        result.suboperations().remaining()
                                + result.suboperations().completed());
            }
        }
    }

    @Test
    void moveShouldSendToTheDestinationAndTellTheOriginator() throws IOException {
        List<OutgoingInstance> instances = Instances.outgoing(3);
        MemoryStore store = new MemoryStore();
        try (Loopback loopback = new Loopback()) {
            RemoteEntity destination = loopback.serve(ServiceProviders.ECHO.withStore(store));
            RemoteEntity remote = loopback.serve(ServiceProviders.ECHO.withMove(new Mover(destination, instances)));
            try (ServiceUser user = loopback.connect(remote, MOVE_OFFER)) {
                RetrieveResult result = user.move(MOVE, "AEGLE", Instances.studyKeys(), RetrieveProgress.UNWATCHED);
                assertEquals(DimseOutcome.SUCCESS, result.outcome());
                assertEquals(new Suboperations(0, 3, 0, 0), result.suboperations());
            }
        }
        assertHolds(store, instances);
        StoreOperation operation = store.stored().values().iterator().next().operation();
        assertEquals(new MoveOriginator("TESTER", 1), operation.request().moveOriginator());
        assertEquals("AEGLE", operation.context().association().peerAeTitle());
    }

    @Test
    void moveToAnUnknownOrAbsentDestinationShouldSaySo() throws IOException {
        RemoteEntity absent = new RemoteEntity("GONE", "127.0.0.1", closedPort(), Transport.plain());
        try (Loopback loopback = new Loopback()) {
            RemoteEntity remote =
                    loopback.serve(ServiceProviders.ECHO.withMove(new Mover(absent, Instances.outgoing(2))));
            try (ServiceUser user = loopback.connect(remote, MOVE_OFFER)) {
                assertEquals(
                        DimseStatus.MOVE_DESTINATION_UNKNOWN,
                        user.move(MOVE, "NOBODY", Instances.studyKeys(), RetrieveProgress.UNWATCHED)
                                .outcome()
                                .status());
                RetrieveResult result = user.move(MOVE, "GONE", Instances.studyKeys(), RetrieveProgress.UNWATCHED);
                assertEquals(
                        DimseStatus.UNABLE_TO_PERFORM_SUBOPERATIONS,
                        result.outcome().status());
                assertEquals(2, result.failedSopInstanceUids().size());
            }
        }
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Test
    void moveOfMoreClassesThanOneAssociationTakesShouldUseSeveral() throws IOException {
        List<OutgoingInstance> instances = SopClasses.standard().uids().stream()
                .map(uid -> new OutgoingInstance(
                        uid, uid + ".1", TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN, DatasetSource.of(new byte[0])))
                .toList();
        MemoryStore store = new MemoryStore();
        try (Loopback loopback = new Loopback()) {
            RemoteEntity destination = loopback.serve(ServiceProviders.ECHO.withStore(store));
            RemoteEntity remote = loopback.serve(ServiceProviders.ECHO.withMove(new Mover(destination, instances)));
            try (ServiceUser user = loopback.connect(remote, MOVE_OFFER)) {
                RetrieveResult result = user.move(MOVE, "AEGLE", Instances.studyKeys(), RetrieveProgress.UNWATCHED);
                assertEquals(DimseOutcome.SUCCESS, result.outcome());
            }
        }
        assertHolds(store, instances);
    }
}
