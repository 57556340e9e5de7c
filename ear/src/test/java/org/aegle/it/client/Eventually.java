package org.aegle.it.client;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for what the server does on its own time. */
public final class Eventually {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private Eventually() {}

    /** The first answer that is there; fails when none comes within a time that no healthy server needs. */
    public static <T> T get(String what, Callable<Optional<T>> question) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (Optional<T> answer = question.call(); ; answer = question.call()) {
            if (answer.isPresent()) {
                return answer.get();
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError(what + " did not happen");
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }
}
