package org.aegle.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.aegle.settings.BlobPlace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract on an S3 server, with parts of the least size that S3 knows, and what it says when it cannot be used. */
class S3BlobStoreTest extends BlobStoreContract {
    private static final int LEAST_PART = 5 << 20;

    @TempDir
    private static Path folder;

    private static S3Server server;

    @TempDir
    private Path home;

    @BeforeAll
    static void start() throws Exception {
        server = new S3Server(folder);
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Override
    BlobStore open() throws IOException {
        // Each test has a folder of its own, and so a prefix.
        return open(server.place(home.getFileName() + "/"));
    }

    private BlobStore open(BlobPlace.Bucket place) throws IOException {
        return new S3BlobStore(place, home.resolve("staging"), LEAST_PART);
    }

    @Override
    List<String> staged() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("staging"))) {
            return files.map(Path::toString).toList();
        }
    }

    @Test
    void unknownBucketShouldBeNamed() {
        StoreFault fault = fault(server.place("no-such-bucket", "", S3Server.SECRET_KEY));
        assertTrue(fault.getMessage().contains("bucket no-such-bucket, which does not exist"), fault.getMessage());
    }

    @Test
    void wrongKeyShouldBeToldWithoutShowingIt() {
        StoreFault fault = fault(server.place(S3Server.BUCKET, "", "another-secret"));
        assertTrue(fault.getMessage().startsWith("AEGLE_S3_ACCESS_KEY and AEGLE_S3_SECRET_KEY do not open"));
        assertFalse(fault.getMessage().contains("another-secret"));
    }

    @Test
    void serverThatDoesNotAnswerShouldBeNamed() {
        URI nowhere = URI.create("http://127.0.0.1:1");
        StoreFault fault = fault(new BlobPlace.Bucket("aegle-test", "", nowhere, "us-east-1", "a", "b"));
        assertTrue(fault.getMessage().startsWith("AEGLE_S3_ENDPOINT http://127.0.0.1:1 cannot be reached"));
        assertEquals(1, fault.getMessage().lines().count());
    }

    @Test
    void placeShouldNotShowItsSecret() {
        BlobPlace.Bucket place = server.place("p/");
        assertFalse((place + place.display()).contains(S3Server.SECRET_KEY));
    }

    private StoreFault fault(BlobPlace.Bucket place) {
        return assertThrows(StoreFault.class, () -> open(place));
    }
}
