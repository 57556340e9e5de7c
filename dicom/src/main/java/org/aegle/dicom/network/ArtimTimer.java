package org.aegle.dicom.network;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Association Request/Reject/Release Timer: bounds how long a peer may take. Safe for all threads. PS3.8 9.1.5. */
final class ArtimTimer {
    private final ScheduledExecutorService scheduler;
    private final Duration timeout;
    private final Runnable onExpiry;
    private Future<?> running;

    ArtimTimer(ScheduledExecutorService scheduler, Duration timeout, Runnable onExpiry) {
        this.scheduler = scheduler;
        this.timeout = timeout;
        this.onExpiry = onExpiry;
    }

    /** Starts, or starts again. */
    synchronized void start() {
        stop();
        running = scheduler.schedule(onExpiry, timeout.toNanos(), TimeUnit.NANOSECONDS);
    }

    synchronized void stop() {
        if (running != null) {
            running.cancel(false);
            running = null;
        }
    }
}
