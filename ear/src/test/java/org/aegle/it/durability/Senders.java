package org.aegle.it.durability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.aegle.it.client.Http;
import org.aegle.it.client.Part10;
import org.aegle.it.client.StoreAnswer;
import org.aegle.it.storage.OwnAegle;

/**
 * Four associations and one STOW-RS client that store study after study, each in its thread, until they are stopped or
 * are told no, as senders are when the archive dies.
 */
final class Senders implements AutoCloseable {
    private static final int ASSOCIATIONS = 4;
    private static final int STUDY = 20;

    private final OwnAegle aegle;
    private final Ledger ledger;
    private final String token;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopped;

    Senders(OwnAegle aegle, Ledger ledger) {
        this.aegle = aegle;
        this.ledger = ledger;
        this.token = aegle.token();
        for (int i = 0; i < ASSOCIATIONS; i++) {
            threads.add(new Thread(() -> repeat(this::storeByAssociation), "association " + i));
        }
        threads.add(new Thread(() -> repeat(this::storeByWeb), "STOW-RS"));
        threads.forEach(Thread::start);
    }

    /** Waits until so many more objects were acknowledged than before. */
    void await(int more) {
        int goal = ledger.count() + more;
        while (ledger.count() < goal) {
            if (threads.stream().noneMatch(Thread::isAlive)) {
                throw new IllegalStateException("All senders were told no after " + ledger.count() + " objects");
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** Lets each finish what it is about, and waits for that. */
    @Override
    public void close() {
        stopped = true;
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while senders end", e);
        }
    }

    private void repeat(Sending sending) {
        Random random = new Random();
        try {
            while (!stopped) {
                sending.send(study(random));
            }
        } catch (IOException | UncheckedIOException | IllegalStateException toldNo) {
            // What was not acknowledged is in the ledger.
        }
    }

    private static List<SentObject> study(Random random) {
        String study = Part10.newUid();
        String series = Part10.newUid();
        return IntStream.rangeClosed(1, STUDY)
                .mapToObj(number -> SentObject.noise(study, series, number, random))
                .toList();
    }

    private void storeByAssociation(List<SentObject> study) throws IOException {
        try (StoringAssociation association = new StoringAssociation(aegle.dicomPort())) {
            for (SentObject object : study) {
                if (stopped) {
                    return;
                }
                ledger.offer(object);
                if (!association.store(object.outgoing()).isSuccess()) {
                    throw new IllegalStateException("refused");
                }
                ledger.acknowledge(object);
            }
        }
    }

    private void storeByWeb(List<SentObject> study) {
        study.forEach(ledger::offer);
        StoreAnswer answer = send(aegle, token, study);
        study.stream().filter(object -> answer.stored().contains(object.uid())).forEach(ledger::acknowledge);
        if (answer.status() != 200) {
            throw new IllegalStateException("refused");
        }
    }

    /** Sends objects by STOW-RS; throws when there is no store response. */
    static StoreAnswer send(OwnAegle aegle, String token, List<SentObject> objects) {
        HttpResponse<byte[]> answer = Http.bytes(
                aegle.storing(token, objects.stream().map(SentObject::file).toList()));
        return StoreAnswer.of(answer);
    }

    @FunctionalInterface
    private interface Sending {
        void send(List<SentObject> study) throws IOException;
    }
}
