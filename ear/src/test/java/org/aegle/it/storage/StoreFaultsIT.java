package org.aegle.it.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;
import org.aegle.it.client.Dcmtk;
import org.aegle.it.client.Part10;
import org.aegle.it.client.TestStudy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * When the disk is nearly full or full, the store takes nothing or is read-only, or the database is away or does not
 * answer: stores are refused in the protocol's form, reads go on where they can, nothing acknowledged is lost, and all
 * is well again without a restart.
 */
class StoreFaultsIT {
    private static final long MEGABYTE = 1 << 20;
    private static final String SUCCESS = "Received Store Response (Success)";
    private static final int DISK_MEGABYTES = 48;
    private static final int ROOM_MEGABYTES = 24;

    @TempDir
    private static Path folder;

    private static MemoryDisk disk;
    private static Path blobs;
    private static DatabaseProxy proxy;
    private static OwnAegle aegle;
    private static String token;
    private static TestStudy stored;

    @BeforeAll
    static void start() throws Exception {
        disk = new MemoryDisk(DISK_MEGABYTES);
        blobs = disk.folder();
        long free = Files.getFileStore(blobs).getUsableSpace() / MEGABYTE;
        assertTrue(free >= DISK_MEGABYTES, "/dev/shm has too little room: " + free + " MB");
        Path home = Files.createDirectories(folder.resolve("home"));
        int database = OwnAegle.freePort();
        proxy = new DatabaseProxy(database);
        aegle = new OwnAegle(
                home,
                Map.of(
                        "AEGLE_BLOB_STORE",
                        "file:" + blobs,
                        "AEGLE_LOW_WATER_MB",
                        Long.toString(free - ROOM_MEGABYTES),
                        "AEGLE_DB_PORT",
                        Integer.toString(database),
                        "AEGLE_DB_URL",
                        "jdbc:postgresql://127.0.0.1:" + proxy.port() + "/aegle",
                        "AEGLE_DB_USER",
                        "aegle",
                        "AEGLE_DB_PASSWORD_FILE",
                        home.resolve("keys/database-password").toString()));
        aegle.database("start");
        aegle.start();
        token = aegle.token();
        stored = TestStudy.smallCt(1);
        assertEquals(200, aegle.store(token, stored.objects()).statusCode());
    }

    @AfterAll
    static void stop() throws Exception {
        aegle.close();
        aegle.database("stop");
        disk.close();
    }

    @AfterEach
    void allShouldBeWellAgain() {
        assertEquals(200, aegle.readiness().statusCode());
        TestStudy next = TestStudy.smallCt(1);
        HttpResponse<String> answer = aegle.store(token, next.objects());
        assertEquals(200, answer.statusCode(), answer::body);
        assertTrue(send(next).has(SUCCESS));
    }

    @Test
    void nearlyFullStoreShouldTakeNothingMore() throws Exception {
        Path filler = blobs.resolve("filler");
        fill(filler, ROOM_MEGABYTES + 2);

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
    void diskThatFillsUpUnderAnObjectShouldRefuseIt() throws Exception {
        assumeTrue(disk.isOwn(), "Only root can mount a file system that is small enough to be filled");

        assertRefused(tooLarge());

        assertServed();
        try (Stream<Path> staged = Files.list(blobs.resolve("staging"))) {
            assertEquals(0, staged.count());
        }
    }

    @Test
    void readOnlyStoreShouldBeToldAndReadOn() throws Exception {
        assumeTrue(disk.isOwn(), "Only root can make a file system read-only");
        disk.remount("ro");
        try {
            assertRefused();
            assertReadiness("blob store");
            assertServed();
        } finally {
            disk.remount("rw");
        }
    }

    /** Whether it is committed the server cannot know then, and must not take back what may be committed. */
    @Test
    void lostAnswerToACommitShouldNotLoseTheObject() throws Exception {
        TestStudy web = TestStudy.smallCt(3);
        proxy.loseCommitOf(web.sopInstanceUids().get(1));
        HttpResponse<String> answer = aegle.store(token, web.objects());
        assertTrue(proxy.hasLost());
        if (answer.statusCode() != 200) {
            assertEquals(503, answer.statusCode(), answer::body);
            assertEquals(200, aegle.store(token, web.objects()).statusCode());
        }
        assertServed(web);

        TestStudy association = TestStudy.smallCt(1);
        proxy.loseCommitOf(association.sopInstanceUids().get(0));
        Dcmtk sent = send(association);
        assertTrue(proxy.hasLost());
        if (!sent.has(SUCCESS)) {
            assertTrue(sent.has("OutOfResources"), sent::output);
            assertTrue(send(association).has(SUCCESS));
        }
        assertServed(association);
    }

    @Test
    void databaseThatIsAwayShouldBeToldAndComeBack() throws Exception {
        aegle.database("stop");
        try {
            HttpResponse<String> answer =
                    aegle.store(token, TestStudy.smallCt(1).objects());
            assertEquals(503, answer.statusCode(), answer::body);
            assertTrue(answer.body().contains("database"), answer::body);
            assertTrue(answer.headers().firstValue("Retry-After").isPresent(), answer::toString);
            assertTrue(send(TestStudy.smallCt(1)).exitCode() != 0);
            assertEquals(503, aegle.retrieve(token, Part10.path(object())).statusCode());
            assertReadiness("database");
        } finally {
            aegle.database("start");
        }
    }

    /** 507 and 0xA700, with the reason for each object. */
    private static void assertRefused() throws IOException {
        assertRefused(TestStudy.smallCt(1));
    }

    private static void assertRefused(TestStudy study) throws IOException {
        HttpResponse<String> answer = aegle.store(token, study.objects());
        assertEquals(507, answer.statusCode(), answer::body);
        assertTrue(answer.body().contains("42752"), answer::body);
        Dcmtk sent = send(study);
        assertTrue(sent.has("OutOfResources") || sent.has("0xa700"), sent::output);
    }

    private static void assertServed() {
        assertServed(stored);
    }

    private static void assertServed(TestStudy study) {
        for (byte[] object : study.objects()) {
            HttpResponse<byte[]> answer = aegle.retrieve(token, Part10.path(object));
            assertEquals(200, answer.statusCode());
            assertArrayEquals(dataset(object), dataset(answer.body()));
        }
    }

    private static byte[] dataset(byte[] file) {
        return Arrays.copyOfRange(file, (int) Part10.read(file).datasetOffset(), file.length);
    }

    /** A study of one object for which there is room when it begins, and no more when it ends. */
    private static TestStudy tooLarge() {
        TestStudy small = TestStudy.smallCt(1);
        Attributes dataset = Part10.read(small.objects().get(0)).dataset();
        dataset.setBytes(Tag.PixelData, VR.OW, new byte[(int) ((DISK_MEGABYTES + 2) * MEGABYTE)]);
        return new TestStudy(small.patient(), small.study(), List.of(Part10.file(dataset)));
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
