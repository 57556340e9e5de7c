package org.aegle.imaging.rendition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.aegle.dicom.image.FrameException;
import org.aegle.dicom.io.TransferSyntax;
import org.junit.jupiter.api.Test;

class RenditionsTest {
    private static final int ASKING = 8;
    private static final long ROOM = 100_000;

    private final Renditions renditions = new Renditions(ROOM);
    private final AtomicInteger made = new AtomicInteger();

    @Test
    void formShouldBeMadeOnceForAllWhoAskAtTheSameTime() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        ExecutorService askers = Executors.newFixedThreadPool(ASKING);
        try {
            List<Future<byte[]>> answers = new ArrayList<>();
            answers.add(askers.submit(() -> renditions.get(key("a", 1), () -> {
                started.countDown();
                await(goOn);
                return make(10);
            })));
            started.await();
            for (int i = 1; i < ASKING; i++) {
                answers.add(askers.submit(() -> renditions.get(key("a", 1), () -> make(10))));
            }
            goOn.countDown();
            for (Future<byte[]> answer : answers) {
                assertSame(answers.get(0).get(), answer.get());
            }
            assertEquals(1, made.get());
        } finally {
            askers.shutdownNow();
        }
    }

    @Test
    void framesFormsAndObjectsShouldBeKeptApart() throws Exception {
        byte[] one = renditions.get(key("a", 1), () -> make(1));
        renditions.get(key("a", 2), () -> make(1));
        renditions.get(key("b", 1), () -> make(1));
        renditions.get(new RenditionKey("a", 1, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN), () -> make(1));

        assertEquals(4, made.get());
        assertSame(one, renditions.get(key("a", 1), () -> make(1)));
        assertEquals(4, made.get());
    }

    @Test
    void memoryShouldStayBounded() throws Exception {
        for (int frame = 1; frame <= 100; frame++) {
            renditions.get(key("a", frame), () -> make(10_000));
        }
        int before = made.get();
        for (int frame = 1; frame <= 100; frame++) {
            renditions.get(key("a", frame), () -> make(10_000));
        }

        assertTrue(made.get() - before >= 90, "kept more than there is room for");
    }

    @Test
    void failureShouldBeToldAndNotKept() throws Exception {
        assertThrows(
                FrameException.MalformedFrame.class,
                () -> renditions.get(key("a", 1), () -> {
                    throw new FrameException.MalformedFrame("rotten");
                }));

        assertEquals(5, renditions.get(key("a", 1), () -> make(5)).length);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private byte[] make(int length) {
        made.incrementAndGet();
        return new byte[length];
    }

    private static RenditionKey key(String blob, int frame) {
        return new RenditionKey(blob, frame, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
    }
}
