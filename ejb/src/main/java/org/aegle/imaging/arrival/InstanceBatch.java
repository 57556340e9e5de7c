package org.aegle.imaging.arrival;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.aegle.access.Caller;
import org.aegle.refusal.Unavailable;

/**
 * The objects of one sender in their order. While one is read, others are made durable, and those that are durable are
 * entered into the index in groups. One thread calls it; {@link InstanceBatches} begins it. Closing it enters what waits.
 */
public final class InstanceBatch implements AutoCloseable {
    /** Objects between having been read and being findable; of each, only its header is in memory. */
    private static final int IN_FLIGHT = 48;

    /** A transaction costs as much as some twenty rows. Less than in flight, or nobody would enter those. */
    private static final int GROUP = IN_FLIGHT / 2;

    private final InstanceIntake intake;
    private final Caller caller;
    private final String basis;
    private final String expectedStudy;
    private final ExecutorService background;
    private final Semaphore free = new Semaphore(IN_FLIGHT);
    private final List<CompletableFuture<StoreOutcome>> outcomes = new ArrayList<>();
    private final Queue<Waiting> waiting = new ArrayDeque<>();
    private int publishing;
    private boolean ended;
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
        receive(object, Set.of());
    }

    /** Takes nothing, but has an outcome: why something of the sender's is no object. */
    public void refuse(ObjectIdentity identity, RefusalReason reason, String detail) {
        outcomes.add(CompletableFuture.completedFuture(intake.refuse(caller, identity, reason, detail)));
    }

    /** @param warnings what is to be told of it when it is stored */
    void receive(InputStream object, Set<StoreWarning> warnings) throws IOException {
        TakenObject taken = intake.take(caller, basis, object, expectedStudy);
        CompletableFuture<StoreOutcome> outcome = new CompletableFuture<>();
        outcomes.add(warnings.isEmpty() ? outcome : outcome.thenApply(ended -> ended.warning(warnings)));
        if (taken instanceof TakenObject.Staged staged) {
            free.acquireUninterruptibly();
            outcome.whenComplete((ended, failure) -> free.release());
            begin();
            run(() -> publish(staged, outcome));
        } else {
            outcome.complete(((TakenObject.Unfit) taken).outcome());
        }
    }

    @Override
    public void close() {
        end();
        enterWaiting();
    }

    /** What became of each, in the order they came; waits until all are durable and findable. */
    public List<StoreOutcome> outcomes() throws IOException {
        close();
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

    /** In the background, or here when that is full. */
    private void run(Runnable work) {
        try {
            background.execute(work);
        } catch (RejectedExecutionException full) {
            work.run();
        }
    }

    private void publish(TakenObject.Staged staged, CompletableFuture<StoreOutcome> outcome) {
        try {
            published(Optional.of(new Waiting(staged.publish(), outcome)));
        } catch (Unavailable e) {
            published(Optional.empty());
            refuse(staged, outcome);
        } catch (IOException | RuntimeException e) {
            published(Optional.empty());
            outcome.completeExceptionally(e);
        }
        enterWaiting();
    }

    private void enterWaiting() {
        for (List<Waiting> group = next(); !group.isEmpty(); group = next()) {
            enter(group);
            entered();
        }
    }

    private void refuse(TakenObject.Staged staged, CompletableFuture<StoreOutcome> outcome) {
        try {
            outcome.complete(intake.noSpace(caller, staged));
        } catch (RuntimeException e) {
            outcome.completeExceptionally(e);
        }
    }

    private synchronized void begin() {
        publishing++;
    }

    private synchronized void published(Optional<Waiting> durable) {
        publishing--;
        durable.ifPresent(waiting::add);
    }

    private synchronized void end() {
        ended = true;
    }

    /** A full group, or the last one; none when another thread is entering, which then comes back for them. */
    private synchronized List<Waiting> next() {
        boolean due = waiting.size() >= GROUP || ended && publishing == 0;
        if (entering || !due) {
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
