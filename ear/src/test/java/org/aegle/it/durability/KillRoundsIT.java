package org.aegle.it.durability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.aegle.it.client.Eventually;
import org.aegle.it.client.StoreAnswer;
import org.aegle.it.storage.OwnAegle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * SIGKILL at random points while four associations and STOW-RS store: every acknowledged object is there and whole, none
 * twice, and nothing is left over but what was under way.
 */
class KillRoundsIT {
    private static final int ROUNDS = LongRun.rounds(4, 50);
    private static final int MOST_OBJECTS = 300;
    private static final int MOST_MICROSECONDS = 50_000;

    private final Random random = new Random();
    private final Set<String> leftOver = new HashSet<>();
    private OwnAegle aegle;

    @TempDir
    private Path folder;

    /** Who dies in a round. */
    private enum Victim {
        EVERYTHING,
        ONE_BACKEND,
        SERVER,
        DATABASE
    }

    @Test
    void acknowledgedObjectsShouldOutliveEveryKill() throws Exception {
        aegle = new OwnAegle(folder.resolve("home"), Map.of());
        aegle.start();
        aegle.awaitImages();
        try {
            List<Ledger.Entry> acknowledged = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                Victim victim = Victim.values()[round % Victim.values().length];
                Collection<Ledger.Entry> more = kill(victim);
                acknowledged.addAll(more);
                System.out.printf("Round %d, %s: %d objects acknowledged%n", round + 1, victim, more.size());
            }
            assertEquals(List.of(), new Readback(aegle).faults(acknowledged));
            System.out.printf(
                    "%d rounds: %d objects acknowledged, none lost, %d left over%n",
                    ROUNDS, acknowledged.size(), leftOver.size());
        } finally {
            aegle.close();
        }
    }

    /** One round; gives what was acknowledged in it. */
    private Collection<Ledger.Entry> kill(Victim victim) throws Exception {
        Ledger ledger = new Ledger();
        try (Senders senders = new Senders(aegle, ledger)) {
            senders.await(1 + random.nextInt(MOST_OBJECTS));
            LockSupport.parkNanos(1000L * random.nextInt(MOST_MICROSECONDS));
            kill(victim, new AegleProcesses(aegle.home()));
        }
        comeBack(victim);
        check(victim, ledger);
        return ledger.acknowledged();
    }

    private void kill(Victim victim, AegleProcesses processes) throws Exception {
        switch (victim) {
            case EVERYTHING -> AegleProcesses.kill(processes.all(aegle.command()));
            case SERVER -> processes.killServer();
            case DATABASE -> processes.killDatabase();
            case ONE_BACKEND -> AegleProcesses.kill(List.of(backend()));
        }
    }

    /** A process of the database that works for the server, one in a commit if there is any. */
    private long backend() throws Exception {
        try (Connection database = aegle.openDatabase();
                ResultSet row = database.createStatement()
                        .executeQuery("select pid from pg_stat_activity"
                                + " where application_name = 'aegle' and pid <> pg_backend_pid()"
                                + " order by state = 'active' and query ilike 'commit%' desc, state = 'active' desc,"
                                + " random() limit 1")) {
            row.next();
            return row.getLong(1);
        }
    }

    private void comeBack(Victim victim) throws Exception {
        if (victim == Victim.EVERYTHING || victim == Victim.SERVER) {
            aegle.close();
            aegle.start();
            return;
        }
        if (victim == Victim.DATABASE) {
            aegle.database("start");
        }
        Eventually.get(
                "recovery without a restart",
                () -> aegle.readiness().statusCode() == 200 ? Optional.of(true) : Optional.empty());
    }

    private void check(Victim victim, Ledger ledger) throws Exception {
        List<SentObject> underWay = ledger.underWay();
        assertEquals(List.of(), new Readback(aegle).faults(ledger.acknowledged()), victim::name);
        StoreSurvey survey = StoreSurvey.of(aegle);
        assertEquals(Set.of(), survey.rowsWithoutFile(), victim::name);
        assertEquals(Set.of(), survey.staged(), victim::name);
        Set<String> orphans = new HashSet<>(survey.filesWithoutRow());
        orphans.removeAll(leftOver);
        assertTrue(orphans.size() <= underWay.size(), () -> orphans.size() + " left over of " + underWay.size());
        leftOver.addAll(orphans);
        sendAgain(underWay);
    }

    /** What a sender was not answered on it sends again, and then it is there once, whatever happened to the first. */
    private void sendAgain(List<SentObject> objects) throws Exception {
        if (objects.isEmpty()) {
            return;
        }
        Ledger again = new Ledger();
        StoreAnswer answer = Senders.send(aegle, aegle.token(), objects);
        assertEquals(200, answer.status(), answer::toString);
        objects.forEach(again::acknowledge);
        assertEquals(List.of(), new Readback(aegle).faults(again.acknowledged()));
        assertEquals(Set.of(), StoreSurvey.of(aegle).rowsWithoutFile());
    }
}
