package org.aegle.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every blob store must do. */
abstract class BlobStoreContract {
    private static final String ID = "ab0123456789abcdef0123456789abcd";
    private static final String NEIGHBOUR = "ab1123456789abcdef0123456789abcd";
    private static final String OTHER = "cd0123456789abcdef0123456789abcd";

    private BlobStore store;

    /** The store, with what it holds from before. */
    abstract BlobStore open() throws Exception;

    /** Files that lie where objects are staged. */
    abstract List<String> staged() throws IOException;

    @BeforeEach
    void openStore() throws Exception {
        store = open();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16_384, 5 << 20, (5 << 20) + 1, 17_000_001})
    void objectShouldComeBackAsItWasStored(int length) throws Exception {
        byte[] bytes = random(length);
        put(ID, bytes);
        assertArrayEquals(bytes, read(ID, 0, length));
    }

    @Test
    void anyRangeShouldComeBackAlone() throws Exception {
        byte[] bytes = random(3_000_000);
        put(ID, bytes);
        for (int[] range : new int[][] {{0, 1}, {65_535, 2}, {1_500_000, 1_200_000}, {2_999_999, 1}}) {
            assertArrayEquals(Arrays.copyOfRange(bytes, range[0], range[0] + range[1]), read(ID, range[0], range[1]));
        }
    }

    @Test
    void channelShouldTellItsEndAndGoBack() throws Exception {
        byte[] bytes = random(200_000);
        put(ID, bytes);
        try (SeekableByteChannel channel = store.open(ID)) {
            assertEquals(bytes.length, channel.size());
            channel.position(bytes.length);
            assertEquals(-1, channel.read(ByteBuffer.allocate(1)));
            channel.position(7);
            ByteBuffer one = ByteBuffer.allocate(1);
            assertEquals(1, channel.read(one));
            assertEquals(bytes[7], one.get(0));
            assertEquals(8, channel.position());
        }
    }

    @Test
    void anotherOpeningShouldFindWhatWasPublished() throws Exception {
        byte[] bytes = random(1000);
        put(ID, bytes);
        try (BlobStore again = open()) {
            assertTrue(again.holds(ID));
            try (SeekableByteChannel channel = again.open(ID)) {
                assertEquals(bytes.length, channel.size());
            }
        }
    }

    @Test
    void nothingShouldBeSeenBeforeItIsPublished() throws Exception {
        try (StagedBlob blob = store.stage(ID)) {
            blob.write(random(1000), 0, 1000);
            assertFalse(store.holds(ID));
            assertEquals(List.of(), store.list("ab"));
        }
        assertFalse(store.holds(ID));
        assertEquals(List.of(), staged());
    }

    @Test
    void publishingShouldLeaveNothingStaged() throws Exception {
        put(ID, random(1000));
        assertEquals(List.of(), staged());
    }

    @Test
    void whatAnEndedServerLeftStagedShouldGoAtStart() throws Exception {
        StagedBlob blob = store.stage(ID);
        blob.write(random(1000), 0, 1000);
        assertEquals(1, staged().size());
        open().close();
        assertEquals(List.of(), staged());
    }

    @Test
    void unknownObjectShouldNotBeFound() throws Exception {
        assertFalse(store.holds(ID));
        assertThrows(NoSuchFileException.class, () -> store.open(ID));
        store.delete(ID);
    }

    @Test
    void deletedObjectShouldBeGone() throws Exception {
        put(ID, random(1000));
        put(NEIGHBOUR, random(1000));
        store.delete(ID);
        assertFalse(store.holds(ID));
        assertThrows(NoSuchFileException.class, () -> store.open(ID));
        assertTrue(store.holds(NEIGHBOUR));
    }

    @Test
    void listShouldHaveWhatBeginsSoInOrder() throws Exception {
        put(NEIGHBOUR, random(20));
        put(OTHER, random(30));
        put(ID, random(10));
        List<ListedBlob> listed = store.list("ab");
        assertEquals(List.of(ID, NEIGHBOUR), listed.stream().map(ListedBlob::id).toList());
        assertEquals(List.of(10L, 20L), listed.stream().map(ListedBlob::length).toList());
        Instant modified = listed.get(0).modified();
        assertTrue(Duration.between(modified, Instant.now()).abs().compareTo(Duration.ofMinutes(5)) < 0);
        assertEquals(List.of(), store.list("ff"));
    }

    @Test
    void thereShouldBeRoom() throws Exception {
        assertTrue(store.free() > 0);
    }

    private void put(String id, byte[] bytes) throws IOException {
        try (StagedBlob blob = store.stage(id)) {
            blob.write(bytes, 0, bytes.length / 2);
            blob.write(bytes, bytes.length / 2, bytes.length - bytes.length / 2);
            blob.publish();
        }
    }

    private byte[] read(String id, long offset, int length) throws IOException {
        try (SeekableByteChannel channel = store.open(id)) {
            ByteBuffer bytes = ByteBuffer.allocate(length);
            channel.position(offset);
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // Until it is full or at its end.
            }
            return Arrays.copyOf(bytes.array(), bytes.position());
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
