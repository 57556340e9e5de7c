package org.aegle.imaging.rendition;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.aegle.dicom.image.FrameException;

/**
 * Frames in forms that were asked for, kept up to a share of the memory; those that are asked for least make room. Of
 * several who ask for the same form of a frame at the same time one makes it, and the others wait. Safe for all threads.
 */
@ApplicationScoped
public class Renditions {
    private static final int SHARE_OF_MEMORY = 8;
    private static final int BYTES_PER_ENTRY = 400;

    private final AsyncCache<RenditionKey, Outcome> kept;

    public Renditions() {
        this(Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY);
    }

    Renditions(long bytes) {
        kept = Caffeine.newBuilder()
                .executor(Runnable::run)
                .maximumWeight(bytes)
                .weigher((RenditionKey key, Outcome outcome) -> outcome.weight())
                .buildAsync();
    }

    /** Makes a form of a frame. */
    @FunctionalInterface
    public interface Making {
        byte[] make() throws IOException, FrameException;
    }

    /** The bytes, made now or before; not to be changed. What cannot be made is tried again by the next who asks. */
    public byte[] get(RenditionKey key, Making making) throws IOException, FrameException {
        CompletableFuture<Outcome> mine = new CompletableFuture<>();
        CompletableFuture<Outcome> known = kept.asMap().putIfAbsent(key, mine);
        if (known != null) {
            return await(known).bytes();
        }
        Outcome outcome = new Failed(new IllegalStateException("broken off"));
        try {
            outcome = make(making);
        } finally {
            mine.complete(outcome);
            if (outcome instanceof Failed) {
                kept.asMap().remove(key, mine);
            }
        }
        return outcome.bytes();
    }

    private static Outcome make(Making making) {
        try {
            return new Made(making.make());
        } catch (IOException | FrameException | RuntimeException e) {
            return new Failed(e);
        }
    }

    private static Outcome await(CompletableFuture<Outcome> known) throws FrameException {
        try {
            return known.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FrameException.Interrupted();
        } catch (ExecutionException e) {
            throw new IllegalStateException("only outcomes complete a rendition", e);
        }
    }

    /** How the making of a form ended. */
    private sealed interface Outcome {
        byte[] bytes() throws IOException, FrameException;

        int weight();
    }

    private record Made(byte[] bytes) implements Outcome {
        @Override
        public int weight() {
            return BYTES_PER_ENTRY + bytes.length;
        }
    }

    private record Failed(Exception reason) implements Outcome {
        @Override
        public byte[] bytes() throws IOException, FrameException {
            if (reason instanceof IOException io) {
                throw io;
            } else if (reason instanceof FrameException frame) {
                throw frame;
            }
            throw (RuntimeException) reason;
        }

        @Override
        public int weight() {
            return BYTES_PER_ENTRY;
        }
    }
}
