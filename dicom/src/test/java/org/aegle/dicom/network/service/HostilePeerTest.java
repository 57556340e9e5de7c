package org.aegle.dicom.network.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.io.TransferSyntax;
import org.aegle.dicom.network.AssociationAbortedException;
import org.aegle.dicom.network.AssociationException;
import org.aegle.dicom.network.Transport;
import org.aegle.dicom.network.dimse.CEchoRequest;
import org.aegle.dicom.network.dimse.CEchoResponse;
import org.aegle.dicom.network.dimse.CStoreRequest;
import org.aegle.dicom.network.dimse.DimseOutcome;
import org.aegle.dicom.network.dimse.MoveOriginator;
import org.aegle.dicom.network.dimse.Priority;
import org.aegle.dicom.network.pdu.Abort;
import org.aegle.dicom.network.pdu.AbortReason;
import org.aegle.dicom.network.pdu.AssociateAccept;
import org.aegle.dicom.network.pdu.DataTransfer;
import org.aegle.dicom.network.pdu.MaximumLength;
import org.aegle.dicom.network.pdu.PduEncoder;
import org.aegle.dicom.network.pdu.PresentationContextAnswer;
import org.aegle.dicom.network.pdu.PresentationContextAnswer.Result;
import org.aegle.dicom.network.pdu.PresentationDataValue;
import org.aegle.dicom.network.pdu.ReleaseRequest;
import org.aegle.dicom.network.pdu.ReleaseResponse;
import org.aegle.dicom.network.pdu.UserInformation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostilePeerTest {
    private static final AssociationOffer ECHO =
            AssociationOffer.NONE.with(UID.Verification, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN);

    private Loopback loopback;
    private RemoteEntity remote;

    @BeforeEach
    void start() throws IOException {
        loopback = new Loopback(Loopback.LIMITS
                .withArtimTimeout(Duration.ofSeconds(2))
                .withIdleTimeout(Duration.ofSeconds(1))
                .withResponseTimeout(Duration.ofSeconds(1)));
        remote = loopback.serve(ServiceProviders.ECHO.withStore(new MemoryStore()));
    }

    /** Whatever happened, others are served. */
    @AfterEach
    void serverShouldStillServe() throws IOException {
        try (Loopback closing = loopback;
                ServiceUser user = closing.connect(remote, ECHO)) {
            assertEquals(DimseOutcome.SUCCESS, user.echo());
        }
    }

    private static byte[] data(int context, boolean command, boolean last, byte[] fragment) {
        return PduEncoder.encode(
                new DataTransfer(List.of(new PresentationDataValue(context, command, last, fragment))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\nHost: x\r\n\r\n",
                "\001\000\377\377\377\377\000\001",
                "\001\000\000\000\000\004\000\001\000\000",
                "\004\000\000\000\000\000",
                "\002\000\000\000\000\004\000\001\000\000",
                "\005\000\000\000\000\004\000\000\000\000",
                "\026\003\001\002\000\001\000\001\374\003\003"
            })
    void anythingButARequestShouldBeAbortedAtOnce(String text) throws IOException {
        try (RawPeer peer = new RawPeer(remote)) {
            peer.send(text.getBytes(StandardCharsets.ISO_8859_1));
            assertEquals(Abort.BY_USER, peer.receive());
        }
    }

    @Test
    void requestWithAnItemBeyondItsEndShouldBeAborted() throws IOException {
        byte[] pdu = PduEncoder.encode(RawPeer.request(1, UID.DICOMApplicationContext));
        pdu[74 + 2] = (byte) 0xFF; // length of the application context item
        try (RawPeer peer = new RawPeer(remote)) {
            peer.send(pdu);
            assertEquals(Abort.BY_USER, peer.receive());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "04 00 7fffffff 00000004, INVALID_PDU_PARAMETER_VALUE", // longer than told to the peer
        "04 00 0000000a 7fffffff 0103 00000000, INVALID_PDU_PARAMETER_VALUE", // fragment beyond the PDU
        "04 00 0000000a ffffffff 0103 00000000, INVALID_PDU_PARAMETER_VALUE",
        "04 00 0000000a 00000001 0103 00000000, INVALID_PDU_PARAMETER_VALUE", // shorter than its header
        "04 00 00000003 000000, INVALID_PDU_PARAMETER_VALUE",
        "09 00 00000004 00000000, UNRECOGNIZED_PDU",
        "ff ff ffffffff, UNRECOGNIZED_PDU",
        "03 00 00000004 00010101, UNEXPECTED_PDU",
        "06 00 00000004 00000000, UNEXPECTED_PDU",
        "07 00 00000001 00, INVALID_PDU_PARAMETER_VALUE"
    })
    void brokenAndUnexpectedPdusShouldBeAbortedWithTheirReason(String hex, AbortReason reason) throws IOException {
        try (RawPeer peer = new RawPeer(remote).associate()) {
            peer.sendHex(hex);
            assertEquals(Abort.byProvider(reason), peer.receive());
        }
    }

    @Test
    void secondRequestShouldBeUnexpected() throws IOException {
        try (RawPeer peer = new RawPeer(remote).associate()) {
            peer.send(PduEncoder.encode(RawPeer.request(1, UID.DICOMApplicationContext)));
            assertEquals(Abort.byProvider(AbortReason.UNEXPECTED_PDU), peer.receive());
        }
    }

    @Test
    void messagesThatAreNoneShouldBeAborted() throws IOException {
        byte[] echo = new CEchoRequest(1, UID.Verification).toCommandSet().encode();
        byte[] store = new CStoreRequest(1, UID.CTImageStorage, Priority.LOW, "1.2", MoveOriginator.NONE)
                .toCommandSet()
                .encode();
        byte[][] attacks = {
            data(1, false, true, new byte[10]), // a data set without command
            data(5, true, true, echo), // a context that is none
            data(1, true, true, new byte[] {1, 2, 3, 4}),
            data(1, true, true, new byte[0]),
            concat(data(3, true, true, store), data(1, true, true, echo)), // a command for a data set
            concat(data(3, true, true, store), data(1, false, true, echo)) // a data set of another context
        };
        for (byte[] attack : attacks) {
            try (RawPeer peer = new RawPeer(remote).associate()) {
                peer.send(attack);
                assertEquals(Abort.BY_USER, peer.receive());
            }
        }
    }

    @Test
    void interleavedFragmentsShouldBeAborted() throws IOException {
        byte[] echo = new CEchoRequest(1, UID.Verification).toCommandSet().encode();
        try (RawPeer peer = new RawPeer(remote).associate()) {
            peer.send(concat(data(1, true, false, echo), data(3, true, true, echo)));
            assertEquals(Abort.byProvider(AbortReason.INVALID_PDU_PARAMETER_VALUE), peer.receive());
        }
    }

    @Test
    void endlessCommandSetShouldBeAborted() throws IOException {
        try (RawPeer peer = new RawPeer(remote).associate()) {
            byte[] part = data(1, true, false, new byte[100_000]);
            for (int i = 0; i < 4; i++) {
                peer.send(part);
            }
            assertEquals(Abort.BY_USER, peer.receive());
        }
    }

    private static byte[] concat(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    @Test
    void silentAndDrippingConnectionsShouldBeClosedByArtim() throws Exception {
        try (RawPeer silent = new RawPeer(remote);
                RawPeer half = new RawPeer(remote);
                RawPeer dripping = new RawPeer(remote)) {
            half.sendHex("01 00 00100000 0001");
            byte[] pdu = PduEncoder.encode(RawPeer.request(1, UID.DICOMApplicationContext));
            Thread drip = new Thread(() -> drip(dripping, pdu));
            drip.start();
            assertTrue(silent.isClosed());
            assertTrue(half.isClosed());
            assertTrue(dripping.isClosed());
            drip.join();
        }
    }

    private static void drip(RawPeer peer, byte[] bytes) {
        try {
            for (byte one : bytes) {
                peer.send(new byte[] {one});
                Thread.sleep(50);
            }
        } catch (IOException e) {
            // closed, as it should be
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void idleAndDrippingAssociationsShouldBeAborted() throws Exception {
        try (RawPeer idle = new RawPeer(remote).associate();
                RawPeer half = new RawPeer(remote).associate();
                RawPeer dripping = new RawPeer(remote).associate()) {
            half.send(data(1, true, false, new byte[10]));
            Thread drip = new Thread(() -> drip(dripping, data(1, true, false, new byte[100])));
            drip.start();
            assertEquals(Abort.BY_USER, idle.receive());
            assertEquals(Abort.BY_USER, half.receive());
            assertEquals(Abort.BY_USER, dripping.receive());
            drip.join();
        }
    }

    @Test
    void releaseShouldBeAnsweredAndTheConnectionLeftToThePeerToClose() throws IOException {
        try (RawPeer peer = new RawPeer(remote).associate()) {
            peer.send(PduEncoder.encode(new ReleaseRequest()));
            assertEquals(new ReleaseResponse(), peer.receive());
            assertTrue(peer.isClosed(), "ARTIM closes what the peer does not");
        }
    }

    @Test
    void randomBytesShouldNeverDoMoreThanEndTheirAssociation() throws IOException {
        Random random = new Random(9);
        byte[] echo = new CEchoRequest(1, UID.Verification).toCommandSet().encode();
        for (int run = 0; run < 200; run++) {
            byte[] message = data(1, true, true, echo);
            for (int i = random.nextInt(3); i >= 0; i--) {
                message[random.nextInt(message.length)] = (byte) random.nextInt(256);
            }
            try (RawPeer peer = new RawPeer(remote).associate()) {
                peer.send(message);
                peer.send(PduEncoder.encode(Abort.BY_USER));
            }
        }
    }

    private static ServerSocket listener() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    private interface Acceptor {
        void serve(RawPeer peer) throws IOException;
    }

    /** Connects to an acceptor that does what it likes. */
    private ServiceUser connectTo(ServerSocket listener, Acceptor acceptor) throws IOException {
        Thread thread = new Thread(() -> {
            try (RawPeer peer = new RawPeer(listener.accept())) {
                peer.receive();
                acceptor.serve(peer);
            } catch (IOException e) {
                // the other side has enough
            }
        });
        thread.setDaemon(true);
        thread.start();
        return loopback.connect(new RemoteEntity("X", "127.0.0.1", listener.getLocalPort(), Transport.plain()), ECHO);
    }

    private static byte[] acceptance() {
        return PduEncoder.encode(new AssociateAccept(
                1,
                "X",
                "TESTER",
                UID.DICOMApplicationContext,
                List.of(new PresentationContextAnswer(1, Result.ACCEPTANCE, UID.ImplicitVRLittleEndian)),
                new UserInformation(List.of(new MaximumLength(0)))));
    }

    @Test
    void garbageInsteadOfAnAcceptanceShouldBeAnAbort() throws IOException {
        try (ServerSocket listener = listener()) {
            AssociationAbortedException failure = assertThrows(
                    AssociationAbortedException.class,
                    () -> connectTo(listener, peer -> {
                        peer.sendHex("ffffffffffffffff");
                        peer.receive();
                    }));
            assertEquals(Abort.byProvider(AbortReason.UNRECOGNIZED_PDU), failure.abort());
        }
    }

    @Test
    void acceptorThatNeverAnswersShouldBeGivenUp() throws IOException {
        try (ServerSocket listener = listener()) {
            assertThrows(AssociationException.class, () -> connectTo(listener, RawPeer::isClosed));
        }
    }

    @Test
    void acceptorThatNeverRespondsShouldBeGivenUp() throws IOException {
        try (ServerSocket listener = listener();
                ServiceUser user = connectTo(listener, peer -> {
                    peer.send(acceptance());
                    while (!peer.isClosed()) {
                        // takes all, says nothing
                    }
                })) {
            AssociationException failure = assertThrows(AssociationException.class, user::echo);
            assertEquals("The peer did not respond in time", failure.getMessage());
        }
    }

    @Test
    void abortInsteadOfAResponseShouldReachTheUser() throws IOException {
        try (ServerSocket listener = listener();
                ServiceUser user = connectTo(listener, peer -> {
                    peer.send(acceptance());
                    peer.receive();
                    peer.send(PduEncoder.encode(Abort.byProvider(AbortReason.UNEXPECTED_PDU_PARAMETER)));
                    peer.isClosed();
                })) {
            AssociationAbortedException failure = assertThrows(AssociationAbortedException.class, user::echo);
            assertTrue(failure.isByPeer());
            assertEquals(Abort.byProvider(AbortReason.UNEXPECTED_PDU_PARAMETER), failure.abort());
        }
    }

    @Test
    void responsesThatNobodyAskedForShouldBeIgnored() throws IOException {
        byte[] stray = new CEchoResponse(777, UID.Verification, DimseOutcome.SUCCESS)
                .toCommandSet()
                .encode();
        byte[] wanted = new CEchoResponse(1, UID.Verification, DimseOutcome.SUCCESS)
                .toCommandSet()
                .encode();
        try (ServerSocket listener = listener();
                ServiceUser user = connectTo(listener, peer -> {
                    peer.send(acceptance());
                    peer.receive();
                    peer.send(data(1, true, true, stray));
                    peer.send(data(1, true, true, wanted));
                    peer.receive();
                    peer.send(PduEncoder.encode(new ReleaseResponse()));
                })) {
            assertEquals(DimseOutcome.SUCCESS, user.echo());
        }
    }

    @Test
    void peerThatDoesNotReadShouldNotHoldASenderForEver() throws IOException {
        OutgoingInstance endless = new OutgoingInstance(
                UID.Verification, "1.2", TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN, () -> new InputStream() {
                    @Override
                    public int read() {
                        return 0;
                    }

                    @Override
                    public int read(byte[] target, int offset, int length) {
                        return length;
                    }
                });
        try (ServerSocket listener = listener();
                ServiceUser user = connectTo(listener, peer -> {
                    peer.send(acceptance());
                    try {
                        Thread.sleep(4000);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                })) {
            assertThrows(AssociationException.class, () -> user.store(endless));
        }
    }

    @Test
    void collidingReleasesShouldBothBeAnswered() throws IOException {
        try (ServerSocket listener = listener()) {
            ServiceUser user = connectTo(listener, peer -> {
                peer.send(acceptance());
                peer.receive(); // A-RELEASE-RQ
                peer.send(PduEncoder.encode(new ReleaseRequest()));
                if (peer.receive() instanceof ReleaseResponse) {
                    peer.send(PduEncoder.encode(new ReleaseResponse()));
                }
                peer.isClosed();
            });
            assertTrue(user.association().release());
        }
    }
}
