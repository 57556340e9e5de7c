package org.aegle.it.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.aegle.it.client.Part10;
import org.aegle.it.client.TestStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Aegle with its objects on an S3 server. */
class S3StoreIT {
    private static final int PREAMBLE = 128;

    @TempDir
    private Path folder;

    @Test
    void objectsShouldLieInTheBucketSealedAndOutliveARestart() throws Exception {
        TestStudy ct = TestStudy.smallCt(3);
        byte[] object = ct.objects().get(0);
        String path = Part10.path(object);
        try (S3Server s3 = new S3Server(folder)) {
            OwnAegle aegle = new OwnAegle(folder.resolve("home"), s3.settings());
            aegle.start();
            try (aegle) {
                String token = aegle.token();
                HttpResponse<String> stored = aegle.store(token, ct.objects());
                assertEquals(200, stored.statusCode(), stored::body);
                assertServed(object, aegle.retrieve(token, path));
                assertEquals(200, aegle.readiness().statusCode());
            }
            assertFalse(s3.objects().isEmpty());
            for (Path file : s3.objects()) {
                assertFalse(Files.readString(file, StandardCharsets.ISO_8859_1).contains(ct.family()));
            }
            aegle.start();
            try (aegle) {
                assertServed(object, aegle.retrieve(aegle.token(), path));
            }
        }
        assertFalse(Files.exists(folder.resolve("home/blobs")));
    }

    @Test
    void wrongKeyShouldBeToldInOneSentenceAtTheStart() throws Exception {
        try (S3Server s3 = new S3Server(folder)) {
            Map<String, String> settings = new HashMap<>(s3.settings());
            settings.put("AEGLE_S3_SECRET_KEY", "not-the-secret");
            String words = new OwnAegle(folder.resolve("home"), settings).startInVain();
            assertTrue(
                    words.contains("AEGLE_S3_ACCESS_KEY and AEGLE_S3_SECRET_KEY do not open the bucket aegle-test"),
                    words);
            assertFalse(words.contains("not-the-secret"), words);
        }
    }

    /** All but the preamble, which is nobody's data. */
    private static void assertServed(byte[] object, HttpResponse<byte[]> answer) {
        assertEquals(200, answer.statusCode());
        assertArrayEquals(
                Arrays.copyOfRange(object, PREAMBLE, object.length),
                Arrays.copyOfRange(answer.body(), PREAMBLE, answer.body().length));
    }
}
