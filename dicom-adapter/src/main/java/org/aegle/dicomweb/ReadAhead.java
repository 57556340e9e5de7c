package org.aegle.dicomweb;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;

/** Makes the next of several things ready while one is written. */
@ApplicationScoped
public class ReadAhead {
    private static final System.Logger LOG = System.getLogger(ReadAhead.class.getName());

    @Resource(lookup = "java:jboss/ee/concurrency/executor/aegle")
    private ManagedExecutorService background;

    /** Writes some, one or more, in order; at most one is ready ahead. The first failure ends it. */
    <T> void forEach(List<Callable<T>> things, Writing<T> writing) throws IOException {
        FutureTask<T> next = new FutureTask<>(things.get(0));
        for (int i = 1; i < things.size(); i++) {
            T thing = get(next);
            next = new FutureTask<>(things.get(i));
            begin(next);
            writing.write(thing);
        }
        writing.write(get(next));
    }

    private void begin(Runnable task) {
        try {
            background.execute(task);
        } catch (RejectedExecutionException e) {
            LOG.log(System.Logger.Level.DEBUG, "Nothing is made ready ahead now");
        }
    }

    private static <T> T get(FutureTask<T> task) throws IOException {
        // Without effect when it was begun in the background: no one waits for a thread there.
        task.run();
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException refusal) {
                throw refusal;
            }
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        }
    }

    /** Writes one thing. */
    @FunctionalInterface
    interface Writing<T> {
        void write(T thing) throws IOException;
    }
}
