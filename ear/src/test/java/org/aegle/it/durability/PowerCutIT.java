package org.aegle.it.durability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.aegle.it.storage.OwnAegle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The power is cut while senders store: no acknowledged object is lost. That the same cut without syncs loses some shows
 * that it is one.
 */
class PowerCutIT {
    private static final int CUTS = LongRun.rounds(1, 10);
    private static final int OBJECTS = 200;
    private static final long DISK_BYTES = 3L << 30;

    @TempDir
    private Path folder;

    @Test
    void acknowledgedObjectsShouldOutliveAPowerCutAndNotWithoutSyncs() throws Exception {
        assumeTrue(LoopDisk.isPossible(), "A power cut needs root and loop devices");
        try (LoopDisk disk = new LoopDisk(folder, DISK_BYTES)) {
            Path home = disk.folder().resolve("home");
            OwnAegle aegle = new OwnAegle(home, Map.of());
            for (int i = 1; i <= CUTS; i++) {
                cutShouldLoseNothing(disk, aegle);
            }
            cutWithoutSyncsShouldLose(disk, new OwnAegle(home, Map.of("LD_PRELOAD", unsyncing())));
        }
    }

    private void cutShouldLoseNothing(LoopDisk disk, OwnAegle aegle) throws Exception {
        Ledger ledger = storeAndCut(disk, aegle);
        assertEquals(Set.of(), lost(aegle, ledger));
        aegle.start();
        try (aegle) {
            assertEquals(List.of(), new Readback(aegle).faults(ledger.acknowledged()));
            StoreSurvey survey = StoreSurvey.of(aegle);
            assertEquals(Set.of(), survey.rowsWithoutFile());
            System.out.printf("Power cut: %d objects acknowledged, none lost%n", ledger.count());
        }
    }

    private void cutWithoutSyncsShouldLose(LoopDisk disk, OwnAegle aegle) throws Exception {
        Ledger ledger = storeAndCut(disk, aegle);
        Set<String> lost = lost(aegle, ledger);
        System.out.printf("Power cut without syncs: %d of %d acknowledged objects lost%n", lost.size(), ledger.count());
        assertFalse(lost.isEmpty(), "nothing was lost without syncs");
    }

    /** Gives what was acknowledged until then; all processes are gone, and the disk is as it was at the cut. */
    private Ledger storeAndCut(LoopDisk disk, OwnAegle aegle) throws Exception {
        aegle.start();
        Ledger ledger = new Ledger();
        try (Senders senders = new Senders(aegle, ledger)) {
            senders.await(OBJECTS);
            List<Long> processes = new AegleProcesses(aegle.home()).all(aegle.command());
            disk.cut();
            AegleProcesses.kill(processes);
        }
        aegle.close();
        disk.restore();
        return ledger;
    }

    /** Acknowledged objects that the disk has not. */
    private static Set<String> lost(OwnAegle aegle, Ledger ledger) throws Exception {
        Set<String> lost = ledger.acknowledged().stream().map(Ledger.Entry::uid).collect(Collectors.toSet());
        lost.removeAll(kept(aegle));
        return lost;
    }

    /** What has a row and a file, be it empty; nothing when the database does not even start. */
    private static Set<String> kept(OwnAegle aegle) throws IOException, SQLException, InterruptedException {
        try {
            aegle.database("start");
        } catch (IllegalStateException beyondRecovery) {
            return Set.of();
        }
        try {
            return StoreSurvey.of(aegle).instances();
        } finally {
            aegle.database("stop");
        }
    }

    /** The library that makes every sync do nothing (Debian: libeatmydata1). */
    private static String unsyncing() throws IOException {
        Path libraries = Path.of("/usr/lib");
        try (var files = Files.find(libraries, 2, (path, attributes) -> path.endsWith("libeatmydata.so"))) {
            return files.findFirst().orElseThrow().toString();
        }
    }
}
