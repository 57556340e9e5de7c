package org.aegle.dicom.network.service;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.io.TransferSyntax;
import org.aegle.dicom.network.AssociationException;
import org.aegle.dicom.network.AssociationLimits;
import org.aegle.dicom.network.Transport;
import org.aegle.dicom.network.dimse.CStoreResponse;
import org.aegle.dicom.network.dimse.DimseOutcome;
import org.aegle.dicom.network.dimse.DimseStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoreTest {
    private static final AssociationOffer CT =
            AssociationOffer.NONE.with(UID.CTImageStorage, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);

    static List<TransferSyntax> nativeSyntaxes() {
        return List.of(
                TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN,
                TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
                TransferSyntax.EXPLICIT_VR_BIG_ENDIAN,
                TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN);
    }

    @Test
    void echoShouldSucceed() throws IOException {
        try (Loopback loopback = new Loopback();
                ServiceUser user = loopback.connect(
                        loopback.serve(ServiceProviders.ECHO),
                        AssociationOffer.NONE.with(UID.Verification, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN))) {
            assertEquals(DimseOutcome.SUCCESS, user.echo());
            assertEquals(DimseOutcome.SUCCESS, user.echo());
        }
    }

    @Test
    void instanceShouldArriveByteForByteWithItsFacts() throws IOException {
        MemoryStore store = new MemoryStore();
        try (Loopback loopback = new Loopback();
                ServiceUser user = loopback.connect(loopback.serve(ServiceProviders.ECHO.withStore(store)), CT)) {
            OutgoingInstance instance = Instances.outgoing(1).get(0);
            CStoreResponse response = user.store(instance);
            assertEquals(DimseOutcome.SUCCESS, response.outcome());
            assertEquals(instance.sopInstanceUid(), response.affectedSopInstanceUid());
            assertArrayEquals(
                    instance.dataset().open().readAllBytes(), store.only().bytes());
            StoreOperation operation = store.only().operation();
            assertEquals("TESTER", operation.context().association().peerAeTitle());
            assertEquals("AEGLE", operation.context().association().localAeTitle());
            assertEquals(UID.CTImageStorage, operation.request().affectedSopClassUid());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4096, 4097, 16384, 262144, 1 << 20})
    void pduLengthsOfEachSideShouldBeKept(int length) throws IOException {
        AssociationLimits limits = Loopback.LIMITS.withPduLengths(length, 1 << 20);
        MemoryStore store = new MemoryStore();
        try (Loopback loopback = new Loopback(limits);
                ServiceUser user = loopback.connect(loopback.serve(ServiceProviders.ECHO.withStore(store)), CT)) {
            for (OutgoingInstance instance : Instances.outgoing(3)) {
                assertTrue(user.store(instance).outcome().status().isSuccess());
                assertArrayEquals(
                        instance.dataset().open().readAllBytes(),
                        store.stored().get(instance.sopInstanceUid()).bytes());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("nativeSyntaxes")
    void fileShouldBeTranscodedToEachNativeSyntaxThatIsAccepted(TransferSyntax to, @TempDir Path folder)
            throws IOException {
        Attributes image = Instances.ct(1);
        for (TransferSyntax from : nativeSyntaxes()) {
            MemoryStore store = new MemoryStore();
            OutgoingInstance instance = OutgoingInstance.of(Instances.file(folder, image, from));
            assertEquals(from, instance.transferSyntax());
            try (Loopback loopback = new Loopback();
                    ServiceUser user = loopback.connect(
                            loopback.serve(ServiceProviders.ECHO.withStore(store)),
                            AssociationOffer.NONE.with(UID.CTImageStorage, to))) {
                assertTrue(user.store(instance).outcome().status().isSuccess());
            }
            assertEquals(to, store.only().transferSyntax());
            assertArrayEquals(Instances.encode(image, to), store.only().bytes(), from + " to " + to);
        }
    }

    @Test
    void compressedInstanceWithoutContextShouldNotBeNegotiatedAndTheAssociationGoOn() throws IOException {
        MemoryStore store = new MemoryStore();
        OutgoingInstance instance = Instances.outgoing(1).get(0);
        OutgoingInstance compressed = new OutgoingInstance(
                UID.CTImageStorage,
                "1.2",
                TransferSyntax.find(UID.JPEG2000Lossless).orElseThrow(),
                instance.dataset());
        try (Loopback loopback = new Loopback();
                ServiceUser user = loopback.connect(loopback.serve(ServiceProviders.ECHO.withStore(store)), CT)) {
            assertThrows(NotNegotiatedException.class, () -> user.store(compressed));
            assertTrue(user.store(instance).outcome().status().isSuccess());
        }
    }

    @Test
    void refusalShouldReachTheUserWithCommentAndTheRestBePassedOver() throws IOException {
        StoreProvider refusing = operation -> {
            assertTrue(operation.dataset().read() >= 0);
            throw new DimseRefusal(new DimseOutcome(
                    DimseStatus.DATASET_DOES_NOT_MATCH_SOP_CLASS, "no Modality", List.of(Tag.Modality)));
        };
        try (Loopback loopback = new Loopback();
                ServiceUser user = loopback.connect(loopback.serve(ServiceProviders.ECHO.withStore(refusing)), CT)) {
            for (OutgoingInstance instance : Instances.outgoing(3)) {
                DimseOutcome outcome = user.store(instance).outcome();
                assertEquals(DimseStatus.DATASET_DOES_NOT_MATCH_SOP_CLASS, outcome.status());
                assertEquals("no Modality", outcome.errorComment());
                assertEquals(List.of(Tag.Modality), outcome.offendingElements());
            }
        }
    }

    @Test
    void faultShouldBeAProcessingFailureThatTellsNoSecret() throws IOException {
        StoreProvider faulty = operation -> {
            throw new IllegalStateException("secret");
        };
        try (Loopback loopback = new Loopback();
                ServiceUser user = loopback.connect(loopback.serve(ServiceProviders.ECHO.withStore(faulty)), CT)) {
            DimseOutcome outcome = user.store(Instances.outgoing(1).get(0)).outcome();
            assertEquals(DimseStatus.PROCESSING_FAILURE, outcome.status());
            assertTrue(outcome.errorComment().startsWith("Fault "));
            assertEquals(DimseStatus.UNRECOGNIZED_OPERATION, unsupported(loopback));
        }
    }

    private static DimseStatus unsupported(Loopback loopback) throws IOException {
        try (ServiceUser user = loopback.connect(loopback.serve(ServiceProviders.ECHO), CT)) {
            return user.store(Instances.outgoing(1).get(0)).outcome().status();
        }
    }

    @Test
    void missingFileShouldFailBeforeAnythingIsSent() throws IOException {
        MemoryStore store = new MemoryStore();
        OutgoingInstance missing =
                new OutgoingInstance(UID.CTImageStorage, "1.2", TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, () -> {
                    throw new FileNotFoundException();
                });
        try (Loopback loopback = new Loopback();
                ServiceUser user = loopback.connect(loopback.serve(ServiceProviders.ECHO.withStore(store)), CT)) {
            assertThrows(FileNotFoundException.class, () -> user.store(missing));
            assertTrue(
                    user.store(Instances.outgoing(1).get(0)).outcome().status().isSuccess());
        }
    }

    @Test
    void sourceThatBreaksWithinAMessageShouldAbortTheAssociation() throws IOException {
        AtomicLong taken = new AtomicLong();
        StoreProvider counting = operation -> {
            taken.set(operation.dataset().readAllBytes().length);
            return DimseOutcome.SUCCESS;
        };
        OutgoingInstance broken = new OutgoingInstance(
                UID.CTImageStorage, "1.2", TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, () -> new Zeros(1 << 20, true));
        try (Loopback loopback = new Loopback();
                ServiceUser user = loopback.connect(loopback.serve(ServiceProviders.ECHO.withStore(counting)), CT)) {
            assertThrows(IOException.class, () -> user.store(broken));
            assertThrows(
                    AssociationException.class,
                    () -> user.store(Instances.outgoing(1).get(0)));
            assertEquals(0, taken.get(), "half an instance must not pass for a whole one");
        }
    }

    @Test
    void objectThatNoArrayCouldHoldShouldPass() throws IOException {
        long length = Integer.MAX_VALUE + (64L << 20);
        AtomicLong taken = new AtomicLong();
        StoreProvider counting = operation -> {
            byte[] block = new byte[256 << 10];
            for (int count = 0; count >= 0; count = operation.dataset().read(block)) {
                taken.addAndGet(count);
            }
            return DimseOutcome.SUCCESS;
        };
        OutgoingInstance large = new OutgoingInstance(
                UID.CTImageStorage, "1.2", TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, () -> new Zeros(length, false));
        try (Loopback loopback = new Loopback();
                ServiceUser user = loopback.connect(loopback.serve(ServiceProviders.ECHO.withStore(counting)), CT)) {
            assertTrue(user.store(large).outcome().status().isSuccess());
        }
        assertEquals(length, taken.get());
    }

    @Test
    void severalOperationsShouldBeUnderWayWhenTheWindowAllowsIt() throws Exception {
        MemoryStore store = new MemoryStore();
        try (Loopback loopback = new Loopback()) {
            DicomServer server = loopback.start(
                    new ServerSettings(Loopback.anyPort(), Transport.plain(), 5, 8),
                    Loopback.accepting(Loopback.everything()),
                    ServiceProviders.ECHO.withStore(store));
            try (ServiceUser user = loopback.connect(Loopback.remote(server), CT.withOperations(0))) {
                assertEquals(8, user.association().mostInvoked());
                List<OutgoingInstance> instances = Instances.outgoing(40);
                List<Thread> threads = new ArrayList<>();
                List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
                IntStream.range(0, 4)
                        .forEach(part -> threads.add(new Thread(() -> {
                            try {
                                for (int i = part; i < 40; i += 4) {
                                    CStoreResponse response = user.store(instances.get(i));
                                    assertEquals(instances.get(i).sopInstanceUid(), response.affectedSopInstanceUid());
                                }
                            } catch (IOException | AssertionError e) {
                                failures.add(e);
                            }
                        })));
                threads.forEach(Thread::start);
                for (Thread thread : threads) {
                    thread.join();
                }
                assertEquals(List.of(), failures);
            }
            assertEquals(40, store.stored().size());
        }
    }

    @Test
    void windowShouldStayAtOneWhenTheServerWantsNoMore() throws IOException {
        try (Loopback loopback = new Loopback();
                ServiceUser user = loopback.connect(
                        loopback.serve(ServiceProviders.ECHO),
                        CT.with(UID.Verification, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN)
                                .withOperations(10))) {
            assertEquals(1, user.association().mostInvoked());
            assertEquals(DimseOutcome.SUCCESS, user.echo());
        }
    }

    /** A stream of zeros, perhaps one that breaks at its end. */
    private static final class Zeros extends InputStream {
        private final boolean breaks;
        private long left;

        Zeros(long length, boolean breaks) {
            this.left = length;
            this.breaks = breaks;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : 0;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (left == 0 && breaks) {
                throw new IOException("broken");
            }
            int count = (int) Math.min(left, length);
            left -= count;
            return count == 0 ? -1 : count;
        }
    }
}
