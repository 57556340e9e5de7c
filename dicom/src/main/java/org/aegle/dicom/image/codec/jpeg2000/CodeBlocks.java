package org.aegle.dicom.image.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.aegle.dicom.image.FrameException;

/**
 * The code-blocks of a tile-component. No block needs another, and each has a place of its own among the coefficients,
 * so processors that are idle help with them; the thread that asks does all the work when none is. For one use.
 */
final class CodeBlocks {
    /** Fewer are done before a helper has begun. */
    private static final int WORTH_HELP = 8;

    private final TileComponent component;
    private final byte[] codestream;
    private final CoefficientPlane plane;
    private final Thread asking = Thread.currentThread();
    private final List<Work> all = new ArrayList<>();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    private record Work(CodeBlock block, Subband subband) {}

    CodeBlocks(TileComponent component, byte[] codestream, CoefficientPlane plane) {
        this.component = component;
        this.codestream = codestream;
        this.plane = plane;
        for (Resolution resolution : component.resolutions()) {
            for (Precinct precinct : resolution.present()) {
                for (Precinct.Band band : precinct.bands()) {
                    add(band);
                }
            }
        }
    }

    private void add(Precinct.Band band) {
        for (CodeBlock block : band.blocks) {
            if (block.isIncluded()) {
                all.add(new Work(block, band.subband));
            }
        }
    }

    /** Decodes all of them into the plane. */
    void decode() throws FrameException {
        CountDownLatch open = new CountDownLatch(all.size());
        Executor idle = ForkJoinPool.commonPool();
        int helpers = all.size() < WORTH_HELP ? 0 : Runtime.getRuntime().availableProcessors() - 1;
        for (int i = 0; i < helpers; i++) {
            idle.execute(() -> work(open));
        }
        work(open);
        await(open);
        throwFailure();
    }

    /** Takes block after block until none is left; after a failure they are only counted. */
    private void work(CountDownLatch open) {
        BlockStyle style = component.style().blockStyle();
        BlockDecoder decoder = null;
        for (int i = next.getAndIncrement(); i < all.size(); i = next.getAndIncrement()) {
            try {
                if (Thread.currentThread() == asking) {
                    FrameException.throwIfInterrupted();
                }
                if (failure.get() == null) {
                    decoder = decoder == null ? decoder(style) : decoder;
                    decode(all.get(i), decoder);
                }
            } catch (FrameException | RuntimeException | Error e) {
                failure.compareAndSet(null, e);
            } finally {
                open.countDown();
            }
        }
    }

    private static BlockDecoder decoder(BlockStyle style) {
        return style.highThroughput() ? new HtDecoder(style) : new EbcotDecoder(style);
    }

    private void decode(Work work, BlockDecoder decoder) throws FrameException {
        int[] coefficients = decoder.decode(work.block(), work.subband(), codestream);
        plane.put(work.subband(), work.block().area, coefficients, component.regionShift());
    }

    /** Also when interrupted: helpers write into the plane for as long as one block takes. */
    private static void await(CountDownLatch open) {
        boolean interrupted = false;
        while (true) {
            try {
                open.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void throwFailure() throws FrameException {
        Throwable thrown = failure.get();
        if (thrown instanceof FrameException e) {
            throw e;
        } else if (thrown instanceof RuntimeException e) {
            throw e;
        } else if (thrown instanceof Error e) {
            throw e;
        }
        FrameException.throwIfInterrupted();
    }
}
