package org.aegle.dicom.network.service;

import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import org.aegle.dicom.io.Transcoder;
import org.aegle.dicom.network.Association;
import org.aegle.dicom.network.AssociationLimits;
import org.aegle.dicom.network.AssociationRequestor;

/**
 * Opens associations to peers. It holds what all of them share: threads, timers, limits and transcoding. Safe for all
 * threads; closing it ends no association.
 */
public final class DicomClient implements Closeable {
    private final AssociationLimits limits;
    private final Transcoder transcoder;
    private final Executor executor;
    private final ExecutorService ownExecutor;
    private final ScheduledExecutorService scheduler;

    /** A client with its own threads. */
    public DicomClient(AssociationLimits limits, Transcoder transcoder) {
        this(limits, transcoder, Executors.newCachedThreadPool(daemons("dicom")));
    }

    private DicomClient(AssociationLimits limits, Transcoder transcoder, ExecutorService own) {
        this(limits, transcoder, own, own);
    }

    /**
     * A client in threads of the caller's: one for each association, and one more for each C-FIND, C-GET and C-MOVE that
     * it performs. The executor must start a task at once or refuse it, since one in a queue may wait for those ahead.
     */
    public DicomClient(AssociationLimits limits, Transcoder transcoder, Executor executor) {
        this(limits, transcoder, executor, null);
    }

    private DicomClient(AssociationLimits limits, Transcoder transcoder, Executor executor, ExecutorService own) {
        this.limits = limits;
        this.transcoder = transcoder;
        this.executor = executor;
        this.ownExecutor = own;
        ScheduledThreadPoolExecutor timers = new ScheduledThreadPoolExecutor(1, daemons("dicom-timer"));
        timers.setRemoveOnCancelPolicy(true);
        this.scheduler = timers;
    }

    private static ThreadFactory daemons(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /**
     * Opens an association on which the peer is asked for services.
     *
     * @throws IOException when it does not come about, see {@link AssociationRequestor#request}
     */
    public ServiceUser connect(String callingAeTitle, RemoteEntity remote, AssociationOffer offer) throws IOException {
        return connect(callingAeTitle, remote, offer, ServiceProviders.ECHO);
    }

    /**
     * Opens an association on which the peer may ask for services too: C-STORE for C-GET, N-EVENT-REPORT.
     *
     * @throws IOException when it does not come about, see {@link AssociationRequestor#request}
     */
    public ServiceUser connect(
            String callingAeTitle, RemoteEntity remote, AssociationOffer offer, ServiceProviders providers)
            throws IOException {
        Association association = new AssociationRequestor(limits, scheduler)
                .request(
                        remote.transport(),
                        remote.host(),
                        remote.port(),
                        offer.toRequest(callingAeTitle, remote.aeTitle(), limits.receivePduLength()));
        try {
            MessageExchange exchange =
                    new MessageExchange(association, self -> new RequestDispatcher(self, providers, this));
            executor.execute(exchange);
            return new ServiceUser(exchange, transcoder);
        } catch (RuntimeException e) {
            association.close();
            throw e;
        }
    }

    AssociationLimits limits() {
        return limits;
    }

    Transcoder transcoder() {
        return transcoder;
    }

    Executor executor() {
        return executor;
    }

    ScheduledExecutorService scheduler() {
        return scheduler;
    }

    @Override
    public void close() {
        scheduler.shutdown();
        if (ownExecutor != null) {
            ownExecutor.shutdown();
        }
    }
}
