package org.aegle.imaging.arrival;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import org.aegle.access.Caller;

/**
 * The objects of one sender in their order. While one is read, others are made durable, and those that became durable
 * meanwhile are entered into the index together. One thread calls it; {@link InstanceBatches} begins it.
 */
public final class InstanceBatch {
    /** Objects between having been read and being findable; of each, only its header is in memory. */
    private static final int IN_FLIGHT = 48;

    private final InstanceIntake intake;
    private final Caller caller;
    private final String basis;
    private final String expectedStudy;
    private final ExecutorService background;
    private final Semaphore free = new Semaphore(IN_FLIGHT);
    private final List<CompletableFuture<StoreOutcome>> outcomes = new ArrayList<>();
    private final Queue<Waiting> waiting = new ArrayDeque<>();
    private boolean entering;

    InstanceBatch(
            InstanceIntake intake, Caller caller, String basis, String expectedStudy, ExecutorService background) {
        this.intake = intake;
        this.caller = caller;
        this.basis = basis;
        this.expectedStudy = expectedStudy;
        this.background = background;
    }

    /** Takes the next object to the end of its stream, and waits when too many are not findable yet. */
    public void receive(InputStream object) throws IOException {
        TakenObject taken = intake.take(caller, basis, object, expectedStudy);
        CompletableFuture<StoreOutcome> outcome = new CompletableFuture<>();
        outcomes.add(outcome);
        if (taken instanceof TakenObject.Staged staged) {
            free.acquireUninterruptibly();
            outcome.whenComplete((ended, failure) -> free.release());
            background.execute(() -> publish(staged, outcome));
        } else {
            outcome.complete(((TakenObject.Unfit) taken).outcome());
        }
    }

    /** What became of each, in the order they came; waits until all are durable and findable. */
    public List<StoreOutcome> outcomes() throws IOException {
        List<StoreOutcome> all = new ArrayList<>();
        for (CompletableFuture<StoreOutcome> outcome : outcomes) {
            all.add(outcome(outcome));
        }
        return all;
    }

    private static StoreOutcome outcome(CompletableFuture<StoreOutcome> outcome) throws IOException {
        try {
            return outcome.get();
        } catch (ExecutionException e) {
            throw new IOException("an object could not be stored", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while storing", e);
        }
    }

    private void publish(TakenObject.Staged staged, CompletableFuture<StoreOutcome> outcome) {
        try {
            add(new Waiting(staged.publish(), outcome));
        } catch (IOException | RuntimeException e) {
            outcome.completeExceptionally(e);
            return;
        }
        for (List<Waiting> group = next(); !group.isEmpty(); group = next()) {
            enter(group);
            entered();
        }
    }

    private synchronized void add(Waiting durable) {
        waiting.add(durable);
    }

    /** All that wait; none when another thread is entering, which then comes back for them. */
    private synchronized List<Waiting> next() {
        if (entering) {
            return List.of();
        }
        List<Waiting> group = List.copyOf(waiting);
        waiting.clear();
        entering = !group.isEmpty();
        return group;
    }

    private synchronized void entered() {
        entering = false;
    }

    private void enter(List<Waiting> group) {
        try {
            List<StoreOutcome> ended =
                    intake.enter(caller, group.stream().map(Waiting::durable).toList());
            for (int i = 0; i < ended.size(); i++) {
                group.get(i).outcome().complete(ended.get(i));
            }
        } catch (IOException | RuntimeException e) {
            // Two senders of the same objects can lock each other out; none may fail for its neighbour's sake.
            group.forEach(this::enterAlone);
        }
    }

    private void enterAlone(Waiting one) {
        try {
            one.outcome().complete(intake.enterAlone(caller, one.durable()));
        } catch (IOException | RuntimeException e) {
            one.outcome().completeExceptionally(e);
        }
    }

    private record Waiting(DurableInstance durable, CompletableFuture<StoreOutcome> outcome) {}
}
