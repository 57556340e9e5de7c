package org.aegle.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.aegle.refusal.Unavailable;
import org.aegle.settings.StorageSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlobVaultTest {
    @TempDir
    private Path home;

    private BlobVault vault;

    @BeforeEach
    void open() {
        vault = vault(0);
    }

    @Test
    void objectShouldComeBackAsItWasStored() throws Exception {
        byte[] bytes = random(700_001);
        StoredBlob stored = store(bytes);
        assertEquals(bytes.length, stored.length());
        assertArrayEquals(MessageDigest.getInstance("SHA-256").digest(bytes), stored.sha256());
        assertArrayEquals(bytes, read(vault, stored, 0, bytes.length));
    }

    @Test
    void anyRangeShouldComeBackAlone() throws Exception {
        byte[] bytes = random(700_001);
        StoredBlob stored = store(bytes);
        for (long[] range : new long[][] {{0, 1}, {16_383, 2}, {32_767, 131_074}, {700_000, 1}, {5, 0}}) {
            byte[] expected = Arrays.copyOfRange(bytes, (int) range[0], (int) (range[0] + range[1]));
            assertArrayEquals(expected, read(vault, stored, range[0], range[1]));
        }
    }

    @Test
    void nothingOfAnObjectShouldBeReadableOnDisk() throws Exception {
        byte[] name = "Castellanos^Maria".getBytes(StandardCharsets.US_ASCII);
        StoredBlob stored = store(name);
        String sealed = Files.readString(file(stored), StandardCharsets.ISO_8859_1);
        assertFalse(sealed.contains("Castellanos"));
    }

    @Test
    void aChangedByteShouldNeverBeServed() throws Exception {
        StoredBlob stored = store(random(300_000));
        byte[] sealed = Files.readAllBytes(file(stored));
        sealed[200_000] ^= 1;
        Files.write(file(stored), sealed);
        assertThrows(IOException.class, () -> read(vault, stored, 0, 300_000));
    }

    @Test
    void anotherObjectsBytesShouldNotPassForItsOwn() throws Exception {
        StoredBlob one = store(random(1000));
        StoredBlob other = store(random(1000));
        Files.write(file(one), Files.readAllBytes(file(other)));
        assertThrows(IOException.class, () -> read(vault, one, 0, 1000));
    }

    @Test
    void aCutOffObjectShouldNotPassForAWholeOne() throws Exception {
        StoredBlob stored = store(random(300_000));
        byte[] sealed = Files.readAllBytes(file(stored));
        Files.write(file(stored), Arrays.copyOf(sealed, sealed.length - 20_000));
        assertThrows(IOException.class, () -> read(vault, stored, 0, 300_000));
    }

    @Test
    void whatIsNotPublishedShouldLeaveNothingBehind() throws Exception {
        try (BlobWriter writer = vault.write()) {
            writer.write(random(1000));
        }
        assertEquals(List.of(), files());
    }

    @Test
    void whatAKilledServerLeftInStagingShouldGoAtStart() throws Exception {
        BlobWriter writer = vault.write();
        writer.write(random(1000));
        assertEquals(1, files().size());
        vault(0);
        assertEquals(List.of(), files());
    }

    @Test
    void anotherStartShouldReadWithTheSameKey() throws Exception {
        byte[] bytes = random(1000);
        StoredBlob stored = store(bytes);
        assertArrayEquals(bytes, read(vault(0), stored, 0, 1000));
    }

    @Test
    void masterKeyShouldBeReadableByItsOwnerAlone() throws Exception {
        Path key = home.resolve("keys/master.key");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));
    }

    @Test
    void anotherMasterKeyShouldOpenNothing() throws Exception {
        StoredBlob stored = store(random(1000));
        Files.delete(home.resolve("keys/master.key"));
        BlobVault other = vault(0);
        assertThrows(IOException.class, () -> read(other, stored, 0, 1000));
    }

    @Test
    void checkShouldTellWhatIsWrong() throws Exception {
        StoredBlob whole = store(random(300_000));
        StoredBlob changed = store(random(300_001));
        flip(changed, 200_000);
        StoredBlob cut = store(random(300_002));
        Files.write(file(cut), Arrays.copyOf(Files.readAllBytes(file(cut)), 100_000));
        StoredBlob missing = store(random(10));
        Files.delete(file(missing));
        StoredBlob other = new StoredBlob(whole.id(), whole.length(), new byte[32], whole.wrappedKey());
        assertEquals(BlobCondition.WHOLE, vault.check(whole));
        assertEquals(BlobCondition.CHANGED, vault.check(changed));
        assertEquals(BlobCondition.CHANGED, vault.check(cut));
        assertEquals(BlobCondition.MISSING, vault.check(missing));
        assertEquals(BlobCondition.CHANGED, vault.check(other));
    }

    @Test
    void objectThatCannotBeReadShouldNotStopTheCheck() throws Exception {
        StoredBlob stored = store(random(10));
        makeUnreadable(stored);
        assertEquals(BlobCondition.UNREADABLE, vault.check(stored));
    }

    @Test
    void checkShouldSayNothingOfAnObjectWhenTheStoreDoesNotWork() throws Exception {
        StoredBlob stored = store(random(10));
        makeUnreadable(stored);
        putAsideStaging();
        assertThrows(IOException.class, () -> vault.check(stored));
    }

    @Test
    void storeThatTakesNothingShouldBeARefusalThatEnds() throws Exception {
        BlobWriter begun = vault.write();
        begun.write(random(100));
        Path aside = putAsideStaging();
        Unavailable refusal = assertThrows(Unavailable.class, () -> vault.write());
        assertTrue(refusal.isStorage());
        assertThrows(Unavailable.class, begun::publish);
        Files.delete(home.resolve("blobs/staging"));
        Files.move(aside, home.resolve("blobs/staging"));
        assertEquals(7, store(random(7)).length());
    }

    @Test
    void anyFlippedBitShouldBeFoundAndNotServed() throws Exception {
        byte[] bytes = random(40_000);
        for (int at : new int[] {0, 20, 39, 40, 16_384, 40_000}) {
            StoredBlob stored = store(bytes);
            flip(stored, at);
            assertEquals(BlobCondition.CHANGED, vault.check(stored), "byte " + at);
            DamagedBlob damaged = assertThrows(DamagedBlob.class, () -> read(vault, stored, 0, bytes.length));
            assertEquals(BlobCondition.CHANGED, damaged.condition());
            assertEquals(stored.id(), damaged.id());
        }
    }

    @Test
    void neighboursOfAChangedSegmentShouldStillBeRead() throws Exception {
        byte[] bytes = random(300_000);
        StoredBlob stored = store(bytes);
        flip(stored, 200_000);
        assertArrayEquals(Arrays.copyOf(bytes, 100_000), read(vault, stored, 0, 100_000));
        assertArrayEquals(Arrays.copyOfRange(bytes, 250_000, 300_000), read(vault, stored, 250_000, 50_000));
    }

    @Test
    void newKeyShouldBeUsedAndTheOldOneStillOpen() throws Exception {
        byte[] bytes = random(1000);
        StoredBlob before = store(bytes);
        putNewKeyFirst();
        BlobVault rotated = vault(0);
        assertArrayEquals(bytes, read(rotated, before, 0, 1000));
        StoredBlob resealed = rotated.rewrap(before);
        takeOldKeyAway();
        BlobVault after = vault(0);
        assertArrayEquals(bytes, read(after, resealed, 0, 1000));
        assertEquals(BlobCondition.KEY_UNKNOWN, after.check(before));
        assertTrue(HexFormat.of().formatHex(resealed.wrappedKey()).startsWith(after.currentKey()));
    }

    @Test
    void keySealedByAFirstReleaseShouldStillOpen() throws Exception {
        byte[] bytes = random(1000);
        StoredBlob named = store(bytes);
        byte[] unnamed = Arrays.copyOfRange(named.wrappedKey(), MasterKey.NAME_BYTES, named.wrappedKey().length);
        StoredBlob old = new StoredBlob(named.id(), named.length(), named.sha256(), unnamed);
        putNewKeyFirst();
        BlobVault rotated = vault(0);
        assertArrayEquals(bytes, read(rotated, old, 0, 1000));
        assertTrue(HexFormat.of().formatHex(rotated.rewrap(old).wrappedKey()).startsWith(rotated.currentKey()));
    }

    @Test
    void malformedKeyFileShouldBeToldInOneSentence() throws Exception {
        Files.writeString(home.resolve("keys/master.key"), "no key");
        StoreFault fault = assertThrows(StoreFault.class, () -> vault(0));
        assertTrue(fault.getMessage().startsWith("AEGLE_MASTER_KEY_FILE"), fault.getMessage());
        assertFalse(fault.getMessage().contains("no key\n"));
    }

    @Test
    void probeShouldWorkBelowLowWater() throws Exception {
        vault(Long.MAX_VALUE).probe();
        assertEquals(List.of(), files());
    }

    @Test
    void nothingShouldBeTakenBelowLowWater() {
        assertThrows(Unavailable.class, () -> vault(Long.MAX_VALUE).write());
    }

    @Test
    void probeShouldLeaveNothingBehind() throws Exception {
        vault.probe();
        assertEquals(List.of(), files());
        assertTrue(vault.hasRoom());
    }

    private BlobVault vault(long lowWater) {
        BlobVault opened = new BlobVault();
        Path blobs = home.resolve("blobs");
        opened.open(StorageSettings.in(blobs, home.resolve("keys/master.key"), lowWater));
        return opened;
    }

    /** A link to itself is there, but nobody can open it. */
    private void makeUnreadable(StoredBlob stored) throws IOException {
        Files.delete(file(stored));
        Files.createSymbolicLink(file(stored), file(stored));
    }

    private Path putAsideStaging() throws IOException {
        Path staging = home.resolve("blobs/staging");
        Path aside = Files.move(staging, home.resolve("aside"));
        Files.writeString(staging, "in the way");
        return aside;
    }

    private void putNewKeyFirst() throws IOException {
        Path file = home.resolve("keys/master.key");
        Files.writeString(file, "# since today\n" + "0f".repeat(32) + "\n" + Files.readString(file));
    }

    private void takeOldKeyAway() throws IOException {
        Files.writeString(home.resolve("keys/master.key"), "0f".repeat(32));
    }

    private void flip(StoredBlob stored, int at) throws IOException {
        byte[] sealed = Files.readAllBytes(file(stored));
        sealed[at] ^= 4;
        Files.write(file(stored), sealed);
    }

    private StoredBlob store(byte[] bytes) throws IOException {
        try (BlobWriter writer = vault.write()) {
            writer.write(bytes);
            return writer.publish();
        }
    }

    private Path file(StoredBlob stored) {
        return home.resolve("blobs").resolve(stored.id().substring(0, 2)).resolve(stored.id());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(home.resolve("blobs"))) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static byte[] read(BlobVault from, StoredBlob stored, long offset, long length) throws IOException {
        try (InputStream in = from.read(stored, offset, length)) {
            return in.readAllBytes();
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
