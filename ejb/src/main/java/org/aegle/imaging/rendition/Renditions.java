package org.aegle.imaging.rendition;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.aegle.dicom.image.FrameException;
import org.aegle.refusal.Refusal;

/**
 * Frames in forms that were asked for, kept up to a share of the memory; those that are asked for least make room. Of
 * several who ask for the same form of a frame at the same time one makes it, and the others wait. Safe for all threads.
 */
@ApplicationScoped
public class Renditions {
    private static final int SHARE_OF_MEMORY = 8;
    private static final int BYTES_PER_ENTRY = 400;

    private final AsyncCache<RenditionKey, byte[]> kept;

    public Renditions() {
        this(Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY);
    }

    Renditions(long bytes) {
        kept = Caffeine.newBuilder()
                .executor(Runnable::run)
                .maximumWeight(bytes)
                .weigher((RenditionKey key, byte[] made) -> BYTES_PER_ENTRY + made.length)
                .buildAsync();
    }

    /** Makes a form of a frame. */
    @FunctionalInterface
    public interface Making {
        byte[] make() throws IOException, FrameException;
    }

    /** The bytes, made now or before; not to be changed. What cannot be made is tried again by the next who asks. */
    public byte[] get(RenditionKey key, Making making) throws IOException, FrameException {
        CompletableFuture<byte[]> mine = new CompletableFuture<>();
        CompletableFuture<byte[]> known = kept.asMap().putIfAbsent(key, mine);
        return known == null ? make(mine, making) : await(known);
    }

    private static byte[] make(CompletableFuture<byte[]> mine, Making making) throws IOException, FrameException {
        try {
            byte[] made = making.make();
            mine.complete(made);
            return made;
        } catch (IOException | FrameException | RuntimeException | Error e) {
            mine.completeExceptionally(e);
            throw e;
        }
    }

    private static byte[] await(CompletableFuture<byte[]> known) throws IOException, FrameException {
        try {
            return known.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FrameException.Interrupted();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof FrameException frame) {
                throw frame;
            } else if (e.getCause() instanceof Refusal refusal) {
                throw refusal;
            } else if (e.getCause() instanceof IllegalArgumentException illegal) {
                throw illegal;
            }
            throw new IOException("made in vain", e.getCause());
        }
    }
}
