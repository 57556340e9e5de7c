package org.aegle.dicom.network;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Aborts an association whose peer lets us wait too long. It watches from a timer, so that TLS and slow drips count. */
final class IdleWatch {
    private static final int LOOKS_WITHIN_TIMEOUT = 4;

    private final Connection connection;
    private final MessageInput input;
    private final long timeout;
    private final BooleanSupplier busy;
    private final Runnable abort;

    /**
     * A watch.
     *
     * @param busy an operation is under way, so that the peer need not begin one
     * @param abort what is done about an idle peer
     */
    IdleWatch(Connection connection, MessageInput input, Duration timeout, BooleanSupplier busy, Runnable abort) {
        this.connection = connection;
        this.input = input;
        this.timeout = timeout.toNanos();
        this.busy = busy;
        this.abort = abort;
    }

    Future<?> start(ScheduledExecutorService scheduler) {
        long period = Math.max(timeout / LOOKS_WITHIN_TIMEOUT, 1);
        return scheduler.scheduleWithFixedDelay(this::look, period, period, TimeUnit.NANOSECONDS);
    }

    private void look() {
        boolean expected = input.isOwed() || !busy.getAsBoolean();
        if (expected && connection.input().waiting() > timeout || connection.writing() > timeout) {
            abort.run();
        }
    }
}
