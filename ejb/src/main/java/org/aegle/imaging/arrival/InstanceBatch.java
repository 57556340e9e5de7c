package org.aegle.imaging.arrival;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** The objects of one sender in their order. For one thread; {@link InstanceBatches} begins it. */
public final class InstanceBatch {
    private static final int IN_FLIGHT = 6;

    private final Taking taking;
    private final ExecutorService background;
    private final Semaphore free = new Semaphore(IN_FLIGHT);
    private final List<Future<StoreOutcome>> outcomes = new ArrayList<>();

    InstanceBatch(Taking taking, ExecutorService background) {
        this.taking = taking;
        this.background = background;
    }

    /** Takes the next object to the end of its stream, and waits when too many are not durable yet. */
    public void receive(InputStream object) throws IOException {
        TakenObject taken = taking.take(object);
        free.acquireUninterruptibly();
        outcomes.add(background.submit((Callable<StoreOutcome>) () -> {
            try {
                return taken.complete();
            } finally {
                free.release();
            }
        }));
    }

    /** What became of each, in the order they came; waits until all are durable. */
    public List<StoreOutcome> outcomes() throws IOException {
        List<StoreOutcome> all = new ArrayList<>();
        for (Future<StoreOutcome> outcome : outcomes) {
            all.add(outcome(outcome));
        }
        return all;
    }

    private static StoreOutcome outcome(Future<StoreOutcome> outcome) throws IOException {
        try {
            return outcome.get();
        } catch (ExecutionException e) {
            throw new IOException("an object could not be stored", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while storing", e);
        }
    }

    /** Reads an object and stages it. */
    @FunctionalInterface
    interface Taking {
        TakenObject take(InputStream object) throws IOException;
    }
}
