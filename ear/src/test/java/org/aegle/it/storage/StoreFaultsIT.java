package org.aegle.it.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.aegle.it.client.Dcmtk;
import org.aegle.it.client.Part10;
import org.aegle.it.client.TestStudy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * When the disk is nearly full, the store takes nothing, or the database is away: stores are refused in the protocol's
 * form, reads go on where they can, and all is well again without a restart.
 */
class StoreFaultsIT {
    /** A file system in memory, on which nobody else's files come and go. */
    private static final Path MEMORY = Path.of("/dev/shm");

    private static final long MEGABYTE = 1 << 20;

    @TempDir
    private static Path folder;

    private static Path blobs;
    private static OwnAegle aegle;
    private static String token;
    private static TestStudy stored;

    @BeforeAll
    static void start() throws Exception {
        blobs = Files.createTempDirectory(MEMORY, "aegle-it");
        long free = Files.getFileStore(blobs).getUsableSpace() / MEGABYTE;
        assertTrue(free >= 48, "/dev/shm has too little room: " + free + " MB");
        aegle = new OwnAegle(
                folder.resolve("home"),
                Map.of("AEGLE_BLOB_STORE", "file:" + blobs, "AEGLE_LOW_WATER_MB", Long.toString(free - 24)));
        aegle.start();
        token = aegle.token();
        stored = TestStudy.smallCt(1);
        assertEquals(200, aegle.store(token, stored.objects()).statusCode());
    }

    @AfterAll
    static void stop() throws IOException {
        aegle.close();
        Files.walk(blobs).sorted(java.util.Comparator.reverseOrder()).forEach(path -> path.toFile()
                .delete());
    }

    @AfterEach
    void allShouldBeWellAgain() {
        assertEquals(200, aegle.readiness().statusCode());
        TestStudy next = TestStudy.smallCt(1);
        HttpResponse<String> answer = aegle.store(token, next.objects());
        assertEquals(200, answer.statusCode(), answer::body);
        assertTrue(send(next).has("Received Store Response (Success)"));
    }

    @Test
    void nearlyFullStoreShouldTakeNothingMore() throws Exception {
        Path filler = blobs.resolve("filler");
        fill(filler, 26);

        assertRefused();
        assertReadiness("staging space");
        assertServed();

        Files.delete(filler);
    }

    @Test
    void storeThatTakesNothingShouldBeToldAndReadOn() throws Exception {
        Path aside = Files.move(blobs.resolve("staging"), blobs.resolve("aside"));
        Files.writeString(blobs.resolve("staging"), "in the way");

        assertRefused();
        assertReadiness("blob store");
        assertServed();

        Files.delete(blobs.resolve("staging"));
        Files.move(aside, blobs.resolve("staging"));
    }

    @Test
    void databaseThatIsAwayShouldBeToldAndComeBack() throws Exception {
        aegle.database("stop");
        try {
            HttpResponse<String> answer =
                    aegle.store(token, TestStudy.smallCt(1).objects());
            assertEquals(503, answer.statusCode(), answer::body);
            assertTrue(answer.body().contains("database"), answer::body);
            assertEquals(503, aegle.retrieve(token, Part10.path(object())).statusCode());
            assertReadiness("database");
        } finally {
            aegle.database("start");
        }
    }

    /** 507 and 0xA700, with the reason for each object. */
    private static void assertRefused() throws IOException {
        TestStudy study = TestStudy.smallCt(1);
        HttpResponse<String> answer = aegle.store(token, study.objects());
        assertEquals(507, answer.statusCode(), answer::body);
        assertTrue(answer.body().contains("42752"), answer::body);
        Dcmtk sent = send(study);
        assertTrue(sent.has("OutOfResources") || sent.has("0xa700"), sent::output);
    }

    private static void assertServed() {
        HttpResponse<byte[]> answer = aegle.retrieve(token, Part10.path(object()));
        assertEquals(200, answer.statusCode());
        assertEquals(object().length, answer.body().length);
    }

    private static void assertReadiness(String failing) {
        HttpResponse<String> answer = aegle.readiness();
        assertEquals(503, answer.statusCode());
        String check = answer.body().replaceFirst("(?s).*(\\{[^{}]*\"" + failing + "\"[^{}]*\\}).*", "$1");
        assertTrue(check.contains("DOWN"), answer::body);
    }

    private static Dcmtk send(TestStudy study) {
        List<String> files = Dcmtk.files(folder, study.objects());
        return Dcmtk.run(
                "storescu",
                List.of(
                        "-v",
                        "-aet",
                        "STORESCU",
                        "-aec",
                        "AEGLE",
                        "127.0.0.1",
                        Integer.toString(aegle.dicomPort()),
                        files.get(0)));
    }

    private static void fill(Path file, int megabytes) throws IOException {
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            byte[] block = new byte[(int) MEGABYTE];
            for (int i = 0; i < megabytes; i++) {
                out.write(block);
            }
        }
    }

    private static byte[] object() {
        return stored.objects().get(0);
    }
}
