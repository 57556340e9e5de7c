package org.aegle.dicom.network;

import static org.aegle.dicom.network.UpperLayerState.STA13;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.aegle.dicom.network.pdu.Abort;
import org.aegle.dicom.network.pdu.AbortReason;
import org.aegle.dicom.network.pdu.AssociateAccept;
import org.aegle.dicom.network.pdu.AssociateReject;
import org.aegle.dicom.network.pdu.AssociateRequest;
import org.aegle.dicom.network.pdu.Pdu;
import org.aegle.dicom.network.pdu.PduDecoder;
import org.aegle.dicom.network.pdu.PduEncoder;
import org.aegle.dicom.network.pdu.PduException;
import org.aegle.dicom.network.pdu.PduType;
import org.aegle.dicom.network.pdu.RejectReason;
import org.aegle.dicom.network.pdu.ReleaseRequest;
import org.aegle.dicom.network.pdu.ReleaseResponse;

/**
 * The protocol machine of one association: each primitive of the local user and each PDU of the peer is an event that
 * {@link UpperLayerTransitions} turns into an action. One thread reads; primitives may come from any. PS3.8 9.2.
 */
final class UpperLayer {
    private static final UpperLayerTransitions TRANSITIONS = UpperLayerTransitions.standard();

    private final Connection connection;
    private final boolean requestor;
    private final AssociationLimits limits;
    private final ArtimTimer artim;
    private final ArtimTimer answer;
    private final CountDownLatch closed = new CountDownLatch(1);
    private UpperLayerState state = UpperLayerState.STA1;
    private volatile AssociationException ending;
    private Pdu received;
    private boolean framed = true;

    UpperLayer(Connection connection, boolean requestor, AssociationLimits limits, ScheduledExecutorService scheduler) {
        this.connection = connection;
        this.requestor = requestor;
        this.limits = limits;
        this.artim = new ArtimTimer(scheduler, limits.artimTimeout(), this::onArtimExpired);
        this.answer = new ArtimTimer(scheduler, limits.artimTimeout(), () -> abort("the peer did not answer in time"));
    }

    private synchronized Optional<UpperLayerAction> move(UpperLayerEvent event) {
        Optional<UpperLayerAction> action = TRANSITIONS.find(event, state);
        action.ifPresent(found -> state = found.next(requestor));
        return action;
    }

    private synchronized UpperLayerState state() {
        return state;
    }

    /** Whether data may be sent and received. */
    boolean isEstablished() {
        return state() == UpperLayerState.STA6;
    }

    /** Sends a request over the open connection and awaits the answer: AE-1 is done, AE-2 and AE-3 or AE-4 follow. */
    AssociateAccept associate(AssociateRequest request) throws AssociationException {
        byte[] pdu = PduEncoder.encode(request);
        move(UpperLayerEvent.ASSOCIATE_REQUESTED);
        move(UpperLayerEvent.TRANSPORT_CONNECTED);
        answer.start();
        send(pdu);
        UpperLayerAction action = receive();
        answer.stop();
        if (action == UpperLayerAction.AE_3) {
            return (AssociateAccept) received;
        }
        throw ended();
    }

    /** Awaits a request on a connection that a peer opened: AE-5, then AE-6; empty when none came. */
    Optional<AssociateRequest> awaitRequest() throws AssociationException {
        move(UpperLayerEvent.TRANSPORT_INDICATED);
        artim.start();
        return receive() == UpperLayerAction.AE_6 ? Optional.of((AssociateRequest) received) : Optional.empty();
    }

    /** AE-7. */
    void accept(AssociateAccept acceptance) throws AssociationException {
        byte[] pdu = PduEncoder.encode(acceptance);
        if (move(UpperLayerEvent.ASSOCIATE_ACCEPTED).isEmpty()) {
            throw ended();
        }
        send(pdu);
    }

    /** AE-8, and awaits that the peer closes the connection. */
    void reject(RejectReason reason) throws AssociationException {
        if (move(UpperLayerEvent.ASSOCIATE_REJECTED).isPresent()) {
            artim.start();
            send(PduEncoder.encode(AssociateReject.of(reason)));
            receive();
        }
    }

    /** Awaits P-DATA-TF; its body is then to be read from the input. False when the association is released. */
    boolean awaitData() throws AssociationException {
        UpperLayerAction action = receive();
        return action == UpperLayerAction.DT_2 || action == UpperLayerAction.AR_6;
    }

    /** The body of the P-DATA-TF being read cannot be: aborts. */
    AssociationException invalidData(String message) {
        framed = false;
        try {
            onInvalid(new PduException(AbortReason.INVALID_PDU_PARAMETER_VALUE, message));
            receive();
        } catch (AssociationException e) {
            return e;
        }
        return ended();
    }

    /** The connection broke while the body of a P-DATA-TF was read. */
    AssociationException connectionLost() {
        onEvent(UpperLayerEvent.TRANSPORT_CLOSED);
        return ended();
    }

    /** Throws when the association was ended while a message was read or written. */
    void checkOpen() throws AssociationException {
        if (ending != null) {
            throw ended();
        }
    }

    /** DT-1, or AR-7. */
    void sendData(byte[] pdus, int offset, int length) throws AssociationException {
        if (move(UpperLayerEvent.DATA_REQUESTED).isEmpty()) {
            throw ended();
        }
        send(pdus, offset, length);
    }

    private void send(byte[] pdu) throws AssociationException {
        send(pdu, 0, pdu.length);
    }

    private void send(byte[] bytes, int offset, int length) throws AssociationException {
        try {
            connection.write(bytes, offset, length);
        } catch (IOException e) {
            throw ending != null ? ended() : new AssociationException("The connection broke while sending", e);
        }
    }

    /** AR-1; the reading thread sees the answer. */
    void requestRelease() throws AssociationException {
        if (move(UpperLayerEvent.RELEASE_REQUESTED).isPresent()) {
            answer.start();
            send(PduEncoder.encode(new ReleaseRequest()));
        }
    }

    /** AA-1 or AA-2; where the peer never heard of an association, its connection is closed. */
    void abort(String why) {
        Optional<UpperLayerAction> action = move(UpperLayerEvent.ABORT_REQUESTED);
        if (action.isEmpty()) {
            connection.close();
            return;
        }
        endWith(AssociationAbortedException.byUs(Abort.BY_USER, why));
        perform(action.get());
    }

    /** True once the connection is closed. */
    boolean awaitClosed(Duration patience) throws InterruptedException {
        return closed.await(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void onArtimExpired() {
        boolean negotiating = state() == UpperLayerState.STA2;
        move(UpperLayerEvent.ARTIM_EXPIRED).ifPresent(action -> {
            if (negotiating) {
                endWith(new AssociationException("No association was requested in time"));
            }
            perform(action);
        });
    }

    private void endWith(AssociationException reason) {
        if (ending == null) {
            ending = reason;
        }
    }

    /** Why there is no association, as an exception of the calling thread's own. */
    private AssociationException ended() {
        AssociationException reason = ending;
        return reason == null ? new AssociationException("The association is over") : reason;
    }

    /** Reads PDUs and acts on them until one is the caller's business or nothing can come any more. */
    private UpperLayerAction receive() throws AssociationException {
        while (true) {
            UpperLayerAction action = receiveOne();
            switch (action) {
                case AE_3, AE_6, DT_2, AR_6 -> {
                    return action;
                }
                case AE_4, AR_3, AR_5, AA_2, AA_3, AA_4, AA_5 -> {
                    checkOpen();
                    return action;
                }
                default -> {} // the peer's next PDU, or its closing, is awaited
            }
        }
    }

    private UpperLayerAction receiveOne() {
        try {
            return onEvent(read());
        } catch (PduException e) {
            return onInvalid(e);
        } catch (IOException e) {
            return onEvent(UpperLayerEvent.TRANSPORT_CLOSED);
        }
    }

    private UpperLayerEvent read() throws IOException {
        PduInput in = connection.input();
        if (!framed) {
            in.discardAll();
            return UpperLayerEvent.TRANSPORT_CLOSED;
        }
        if (!in.next()) {
            return UpperLayerEvent.TRANSPORT_CLOSED;
        }
        PduType type = checkedType(in);
        if (state() == STA13) {
            in.discard(in.length());
        } else if (type != PduType.DATA_TRANSFER) {
            received = PduDecoder.decode(type, in.body());
        } else if (!isEstablished() && state() != UpperLayerState.STA7) {
            in.discard(in.length());
        }
        return UpperLayerEvent.received(type);
    }

    private PduType checkedType(PduInput in) throws PduException {
        Optional<PduType> type = PduType.find(in.type());
        long longest = type.map(this::longest).orElse(0L);
        if (in.length() > longest) {
            framed = false;
            throw new PduException(
                    type.isPresent() ? AbortReason.INVALID_PDU_PARAMETER_VALUE : AbortReason.UNRECOGNIZED_PDU,
                    "a PDU of type " + in.type() + " with " + in.length() + " bytes");
        }
        return type.orElseThrow(() -> new PduException(AbortReason.UNRECOGNIZED_PDU, "PDU type " + in.type()));
    }

    private long longest(PduType type) {
        return type == PduType.DATA_TRANSFER ? limits.receivePduLength() : limits.associatePduLength();
    }

    private UpperLayerAction onInvalid(PduException invalid) {
        return on(UpperLayerEvent.INVALID_PDU_RECEIVED, invalid.reason(), invalid.getMessage());
    }

    private UpperLayerAction onEvent(UpperLayerEvent event) {
        return on(
                event, AbortReason.UNEXPECTED_PDU, "unexpected " + event.name().toLowerCase(Locale.ROOT));
    }

    /** Without an entry in the table the connection has been closed by a timer or another thread. */
    private UpperLayerAction on(UpperLayerEvent event, AbortReason reason, String message) {
        UpperLayerAction action = move(event).orElse(UpperLayerAction.AR_5);
        if (action == UpperLayerAction.AA_8) {
            Abort abort = Abort.byProvider(reason);
            endWith(AssociationAbortedException.byUs(abort, message));
            sendAbort(abort);
            return action;
        }
        if (action == UpperLayerAction.AA_1) {
            endWith(AssociationAbortedException.byUs(Abort.BY_USER, message));
        }
        return perform(action);
    }

    /** Does what an action demands, save the sending of what local primitives bring. */
    private UpperLayerAction perform(UpperLayerAction action) {
        switch (action) {
            case AE_4 -> close(new AssociationRejectedException((AssociateReject) received));
            case AE_6 -> {
                return indicateRequest();
            }
            case AR_2, AR_10 -> respondRelease();
            case AR_8 -> {
                if (requestor) {
                    respondRelease();
                }
            }
            case AR_3, AR_5, AA_2, AA_5 -> close();
            case AA_1, AA_7 -> sendAbort(Abort.BY_USER);
            case AA_3 -> close(AssociationAbortedException.byPeer((Abort) received));
            case AA_4 -> close(new AssociationException("The peer closed the connection"));
            default -> {} // nothing but the new state
        }
        return action;
    }

    private UpperLayerAction indicateRequest() {
        artim.stop();
        if ((((AssociateRequest) received).protocolVersion() & AssociateRequest.PROTOCOL_VERSION) != 0) {
            return UpperLayerAction.AE_6;
        }
        move(UpperLayerEvent.ASSOCIATE_REJECTED);
        artim.start();
        sendLast(PduEncoder.encode(AssociateReject.of(RejectReason.PROTOCOL_VERSION_NOT_SUPPORTED)));
        return UpperLayerAction.AE_8;
    }

    /** AR-4 or AR-9: the local user has nothing against a release. */
    private void respondRelease() {
        move(UpperLayerEvent.RELEASE_RESPONDED);
        artim.start();
        sendLast(PduEncoder.encode(new ReleaseResponse()));
    }

    private void sendAbort(Abort abort) {
        artim.start();
        sendLast(PduEncoder.encode(abort));
    }

    private void sendLast(byte[] pdu) {
        try {
            if (!connection.tryWrite(pdu)) {
                connection.close();
            }
        } catch (IOException e) {
            connection.close(); // the peer is gone already
        }
    }

    private void close(AssociationException reason) {
        endWith(reason);
        close();
    }

    private void close() {
        artim.stop();
        answer.stop();
        connection.close();
        closed.countDown();
    }
}
