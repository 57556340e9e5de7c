package org.aegle.storage.care;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Sees to it that runs begin when they are due and that this node works on them, one at a time and a slice at a time, so
 * that none keeps another waiting.
 */
@Singleton
@Lock(LockType.READ)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class StorageCare {
    private static final Duration SLICE = Duration.ofSeconds(45);
    private static final Duration BETWEEN_SWEEPS = Duration.ofHours(24);
    private static final System.Logger LOG = System.getLogger(StorageCare.class.getName());

    private final AtomicBoolean working = new AtomicBoolean();
    private final AtomicBoolean again = new AtomicBoolean();

    @Inject
    private StorageRuns runs;

    @Inject
    private KeyRotation rotation;

    @Inject
    private Sweep sweep;

    @Inject
    private Scrub scrub;

    @Resource
    private ManagedExecutorService background;

    /** Checks the master keys at the start of the server; throws when they are of no use. */
    public void begin() {
        rotation.beginIfDue();
    }

    @Schedule(hour = "*", minute = "*", persistent = false)
    public void tick() {
        wake();
    }

    /** Begins what is due and works; if this node does already, it looks once more afterwards. */
    public void wake() {
        again.set(true);
        if (working.compareAndSet(false, true)) {
            try {
                background.execute(this::work);
            } catch (RuntimeException e) {
                working.set(false);
                throw e;
            }
        }
    }

    private void work() {
        try {
            while (again.getAndSet(false)) {
                beginWhatIsDue();
                workOn(RunKind.REWRAP, rotation::work);
                workOn(RunKind.SWEEP, sweep::work);
                workOn(RunKind.SCRUB, scrub::work);
            }
        } catch (IOException | RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "Looking after stored objects goes on later", e);
        } finally {
            working.set(false);
        }
    }

    private void beginWhatIsDue() {
        boolean sweptLately = runs.last(RunKind.SWEEP)
                .filter(run -> run.startedAt().isAfter(Instant.now().minus(BETWEEN_SWEEPS)))
                .isPresent();
        if (!sweptLately) {
            runs.begin(RunKind.SWEEP);
        }
        // Without a pause: how fast it goes is a matter of its pace.
        runs.begin(RunKind.SCRUB);
    }

    private void workOn(RunKind kind, Work work) throws IOException {
        StorageRun run = runs.claim(kind).orElse(null);
        if (run != null) {
            try {
                work.on(run, Instant.now().plus(SLICE));
            } finally {
                runs.release(run);
            }
        }
    }

    private interface Work {
        void on(StorageRun run, Instant until) throws IOException;
    }
}
