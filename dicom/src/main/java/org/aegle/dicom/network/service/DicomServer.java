package org.aegle.dicom.network.service;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.aegle.dicom.network.Association;
import org.aegle.dicom.network.AssociationAcceptor;
import org.aegle.dicom.network.AssociationException;
import org.aegle.dicom.network.AssociationPolicy;

/**
 * Listens for associations and performs what they ask for (SCP). Each association has a thread of the client's executor.
 * Connections beyond the limit are answered with a rejection; beyond that again by half they are closed at once.
 */
public final class DicomServer implements Closeable {
    private static final System.Logger LOG = System.getLogger(DicomServer.class.getName());
    private static final int BACKLOG = 128;
    private static final long LOOK_MILLIS = 10;

    private final ServerSettings settings;
    private final ServiceProviders providers;
    private final DicomClient client;
    private final AssociationPolicy policy;
    private final AssociationObserver observer;
    private final AssociationAcceptor acceptor;
    private final ServerSocket listener;
    private final AtomicInteger connections = new AtomicInteger();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final Set<MessageExchange> exchanges = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    private DicomServer(
            ServerSettings settings,
            AssociationPolicy policy,
            ServiceProviders providers,
            DicomClient client,
            AssociationObserver observer)
            throws IOException {
        this.settings = settings;
        this.policy = policy;
        this.observer = observer;
        this.providers = providers;
        this.client = client;
        this.acceptor = new AssociationAcceptor(
                settings.transport(), client.limits(), policy, settings.mostOperations(), client.scheduler());
        this.listener = new ServerSocket();
        listener.setReuseAddress(true);
        listener.bind(settings.address(), BACKLOG);
    }

    /**
     * Starts to listen.
     *
     * @param client gives threads, timers, limits, transcoding, and the associations of C-MOVE; it must outlive the server
     * @throws IOException when the address cannot be had
     */
    public static DicomServer start(
            ServerSettings settings, AssociationPolicy policy, ServiceProviders providers, DicomClient client)
            throws IOException {
        return start(settings, policy, providers, client, (association, end) -> {});
    }

    /**
     * Starts to listen, and tells somebody of each association that ended.
     *
     * @throws IOException when the address cannot be had
     */
    public static DicomServer start(
            ServerSettings settings,
            AssociationPolicy policy,
            ServiceProviders providers,
            DicomClient client,
            AssociationObserver observer)
            throws IOException {
        DicomServer server = new DicomServer(settings, policy, providers, client, observer);
        Thread thread =
                new Thread(server::listen, "dicom-listener-" + server.address().getPort());
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return (InetSocketAddress) listener.getLocalSocketAddress();
    }

    private void listen() {
        while (!listener.isClosed()) {
            try {
                admit(listener.accept());
            } catch (IOException e) {
                if (!listener.isClosed()) {
                    LOG.log(System.Logger.Level.WARNING, "A connection could not be taken: " + e.getMessage());
                    pause(); // out of file handles: it would fail again at once
                }
            }
        }
    }

    private void admit(Socket socket) throws IOException {
        int number = connections.incrementAndGet();
        int most = settings.mostAssociations();
        boolean admitted = number <= most + most / 2 + 1;
        if (admitted) {
            sockets.add(socket);
            try {
                client.executor().execute(() -> serve(socket, number > most));
                return;
            } catch (RejectedExecutionException e) {
                LOG.log(System.Logger.Level.WARNING, "No thread for a connection");
            }
        }
        forget(socket);
    }

    private void forget(Socket socket) {
        connections.decrementAndGet();
        sockets.remove(socket);
        try {
            socket.close();
        } catch (IOException e) {
            // it is gone
        }
    }

    private void serve(Socket socket, boolean full) {
        try {
            acceptor.accept(socket, full || stopping).ifPresent(this::serve);
        } catch (IOException e) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "No association from " + socket.getRemoteSocketAddress() + ": " + e.getMessage());
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "A connection ended by a fault", e);
        } finally {
            forget(socket);
        }
    }

    private void serve(Association association) {
        MessageExchange exchange =
                new MessageExchange(association, self -> new RequestDispatcher(self, providers, client));
        exchanges.add(exchange);
        try {
            if (stopping) {
                exchange.stop();
            }
            exchange.run();
        } finally {
            exchanges.remove(exchange);
            Optional<AssociationException> end = exchange.findEnd();
            LOG.log(
                    System.Logger.Level.INFO,
                    association + ", " + exchange.operations() + " operations. "
                            + end.map(Throwable::getMessage).orElse(""));
            observer.ended(association, exchange.isReleased() ? Optional.empty() : end);
            policy.ended(association.request());
        }
    }

    /** Connections at this time, associations and those that may become ones: what the limit counts. */
    public int connections() {
        return connections.get();
    }

    /**
     * Takes no more associations, lets operations under way end, and ends each association when its operations have.
     *
     * @param grace for those operations; what is left then is aborted
     */
    public void stop(Duration grace) {
        stopping = true;
        closeListener();
        long deadline = System.nanoTime() + grace.toNanos();
        exchanges.forEach(MessageExchange::stop);
        while (!exchanges.isEmpty() && System.nanoTime() - deadline < 0) {
            pause();
        }
        exchanges.forEach(exchange -> exchange.association().close());
        sockets.forEach(this::closeQuietly);
    }

    private void closeListener() {
        try {
            listener.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "The listener could not be closed: " + e.getMessage());
        }
    }

    private void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is gone
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops without grace. */
    @Override
    public void close() {
        stop(Duration.ZERO);
    }
}
