package org.aegle.dicom.network;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.aegle.dicom.network.pdu.AssociateAccept;
import org.aegle.dicom.network.pdu.AssociateRequest;

/** Asks peers for associations. Safe for all threads. PS3.8 7.1. */
public final class AssociationRequestor {
    private final AssociationLimits limits;
    private final ScheduledExecutorService scheduler;

    /**
     * A requestor.
     *
     * @param scheduler runs timers; it is the caller's
     */
    public AssociationRequestor(AssociationLimits limits, ScheduledExecutorService scheduler) {
        this.limits = limits;
        this.scheduler = scheduler;
    }

    /**
     * Connects and negotiates.
     *
     * @throws AssociationRejectedException when the peer does not want it
     * @throws AssociationException when it aborts or does not answer
     * @throws IOException when no connection comes about
     */
    public Association request(Transport transport, String host, int port, AssociateRequest request)
            throws IOException {
        Connection connection = connect(transport, host, port);
        try {
            UpperLayer upperLayer = new UpperLayer(connection, true, limits, scheduler);
            AssociateAccept acceptance = upperLayer.associate(request);
            return new Association(connection, upperLayer, request, acceptance, true, limits, scheduler);
        } catch (IOException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private Connection connect(Transport transport, String host, int port) throws IOException {
        Socket tcp = new Socket();
        Future<?> guard = scheduler.schedule(
                () -> closeQuietly(tcp),
                limits.connectTimeout().plus(limits.artimTimeout()).toNanos(),
                TimeUnit.NANOSECONDS);
        try {
            tcp.setOption(StandardSocketOptions.TCP_NODELAY, true);
            tcp.connect(
                    new InetSocketAddress(host, port),
                    Math.toIntExact(limits.connectTimeout().toMillis()));
            return new Connection(tcp, transport.secure(tcp, host, port));
        } catch (IOException | RuntimeException e) {
            tcp.close();
            if (guard.isDone() && !(e instanceof SocketTimeoutException)) {
                throw new SocketTimeoutException("The peer did not complete the connection in time");
            }
            throw e;
        } finally {
            guard.cancel(false);
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // whoever waits for it sees the failure
        }
    }
}
