package org.aegle.dicom.network;

import java.io.Closeable;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.aegle.dicom.network.pdu.AssociateAccept;
import org.aegle.dicom.network.pdu.AssociateRequest;
import org.aegle.dicom.network.pdu.AsynchronousOperationsWindow;

/**
 * An established association: messages go out by {@link #send} from any thread, one after the other, and come in by
 * {@link #receive}, which one thread calls until it gives nothing. That thread also answers releases and notices aborts;
 * without it neither side comes to an end in order. PS3.8 7.
 */
public final class Association implements Closeable {
    /** A peer's title must not begin lines of its own in a log. */
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}");

    private final UpperLayer upperLayer;
    private final AssociateRequest request;
    private final AssociateAccept acceptance;
    private final boolean requestor;
    private final Peer peer;
    private final AssociationLimits limits;
    private final Map<Integer, PresentationContext> contexts;
    private final MessageInput input;
    private final PduOutput output;
    private final ReentrantLock sending = new ReentrantLock();
    private final Connection connection;
    private final ScheduledExecutorService scheduler;

    Association(
            Connection connection,
            UpperLayer upperLayer,
            AssociateRequest request,
            AssociateAccept acceptance,
            boolean requestor,
            AssociationLimits limits,
            ScheduledExecutorService scheduler) {
        this.connection = connection;
        this.upperLayer = upperLayer;
        this.request = request;
        this.acceptance = acceptance;
        this.requestor = requestor;
        this.peer = connection.peer();
        this.limits = limits;
        this.scheduler = scheduler;
        this.contexts = Map.copyOf(Negotiation.contexts(request, acceptance));
        this.input = new MessageInput(upperLayer, connection.input());
        int told = requestor
                ? acceptance.userInformation().maximumLength()
                : request.userInformation().maximumLength();
        this.output =
                new PduOutput(upperLayer, told <= 0 ? limits.sendPduLength() : Math.min(told, limits.sendPduLength()));
    }

    /** The request as sent or received. */
    public AssociateRequest request() {
        return request;
    }

    /** The acceptance as sent or received. */
    public AssociateAccept acceptance() {
        return acceptance;
    }

    /** We asked for the association. */
    public boolean isRequestor() {
        return requestor;
    }

    /** The other end. */
    public Peer peer() {
        return peer;
    }

    /** Limits kept on it. */
    public AssociationLimits limits() {
        return limits;
    }

    /** The AE title of the side that we are. */
    public String localAeTitle() {
        return requestor ? request.callingAeTitle() : request.calledAeTitle();
    }

    /** The AE title that the peer says to be. */
    public String peerAeTitle() {
        return requestor ? request.calledAeTitle() : request.callingAeTitle();
    }

    /** The accepted presentation contexts, in no order. */
    public Collection<PresentationContext> contexts() {
        return contexts.values();
    }

    /** An accepted presentation context by its id. */
    public Optional<PresentationContext> findContext(int id) {
        return Optional.ofNullable(contexts.get(id));
    }

    /** Operations that we may have under way at a time; 0 for any number. PS3.7 D.3.3.3. */
    public int mostInvoked() {
        AsynchronousOperationsWindow window = acceptance.userInformation().asynchronousOperationsWindow();
        return requestor ? window.invoked() : window.performed();
    }

    /** Operations that the peer may have under way at a time; 0 for any number. PS3.7 D.3.3.3. */
    public int mostPerformed() {
        AsynchronousOperationsWindow window = acceptance.userInformation().asynchronousOperationsWindow();
        return requestor ? window.performed() : window.invoked();
    }

    /** Messages may be sent. */
    public boolean isOpen() {
        return upperLayer.isEstablished();
    }

    /**
     * The next command set or data set; empty once the association is released. Only one thread may call it and read what
     * it gives; it ends the part given before.
     *
     * @throws AssociationException when the association was aborted or its connection lost
     */
    public Optional<MessagePart> receive() throws AssociationException {
        return input.next();
    }

    /** Sends a message that is a command set alone. */
    public void send(int contextId, byte[] command) throws AssociationException {
        sending.lock();
        try {
            sendCommand(contextId, command);
            output.flush();
        } finally {
            sending.unlock();
        }
    }

    /**
     * Sends a message of a command set and a data set.
     *
     * @throws IOException when the data set cannot be had; the association is then aborted
     */
    public void send(int contextId, byte[] command, DatasetWriter dataset) throws IOException {
        sending.lock();
        boolean complete = false;
        try {
            sendCommand(contextId, command);
            output.begin(contextId, false);
            dataset.writeTo(new DatasetOutput(output));
            output.end();
            output.flush();
            complete = true;
        } finally {
            if (!complete) {
                upperLayer.abort("a data set could not be sent to its end");
            }
            sending.unlock();
        }
    }

    private void sendCommand(int contextId, byte[] command) throws AssociationException {
        output.begin(contextId, true);
        output.write(command, 0, command.length);
        output.end();
    }

    /**
     * Aborts the association when the peer lets us wait for longer than {@link AssociationLimits#idleTimeout}, until the
     * future that is returned is cancelled.
     *
     * @param busy an operation is under way, so that the peer need not send anything new
     */
    public Future<?> watch(BooleanSupplier busy) {
        IdleWatch watch = new IdleWatch(
                connection,
                input,
                limits.idleTimeout(),
                busy,
                () -> upperLayer.abort("the peer was idle for too long"));
        return watch.start(scheduler);
    }

    /**
     * Releases the association and waits until it is closed, while another thread receives.
     *
     * @return false when the peer did not answer within the ARTIM timeout, or was interrupted; it is then aborted
     */
    public boolean release() {
        try {
            upperLayer.requestRelease();
            if (upperLayer.awaitClosed(limits.artimTimeout())) {
                return true;
            }
        } catch (AssociationException e) {
            // what cannot be released is aborted
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        abort();
        return false;
    }

    /** Aborts the association; nothing happens when it is over. */
    public void abort() {
        upperLayer.abort("on our side");
    }

    /** Closes the connection at once, after an abort where the association is still open. */
    @Override
    public void close() {
        if (isOpen()) {
            abort();
        }
        connection.close();
    }

    @Override
    public String toString() {
        String titles = request.callingAeTitle() + " -> " + request.calledAeTitle();
        return CONTROLS.matcher(titles).replaceAll("?") + " " + peer.address();
    }
}
