package org.aegle.dicom.network.service;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/** An operation that is performed in a thread of its own and can be cancelled. */
final class RunningOperation implements Runnable {
    private static final System.Logger LOG = System.getLogger(RunningOperation.class.getName());

    private final Task task;
    private final Runnable onEnd;
    private final AtomicBoolean cancelled = new AtomicBoolean();

    /** What is done. */
    interface Task {
        /**
         * Performs the operation and sends all its responses.
         *
         * @throws IOException when the association is over; nobody is left to be told
         */
        void perform(BooleanSupplier cancelled) throws IOException;
    }

    RunningOperation(Task task, Runnable onEnd) {
        this.task = task;
        this.onEnd = onEnd;
    }

    void cancel() {
        cancelled.set(true);
    }

    @Override
    public void run() {
        try {
            task.perform(cancelled::get);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "An operation ended with its association", e);
        } finally {
            onEnd.run();
        }
    }
}
