package org.aegle.it.durability;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.aegle.it.Aegle;
import org.aegle.it.client.Dicomweb;
import org.aegle.it.client.Part10;
import org.aegle.it.client.StoredBlobs;
import org.junit.jupiter.api.Test;

/** Fifty clients that store the same new study at once, each object in another order. */
class ManySendersIT {
    private static final int CLIENTS = 50;
    private static final int OBJECTS = 8;

    private final Dicomweb emr = Dicomweb.as("demo-emr");
    private final CyclicBarrier start = new CyclicBarrier(CLIENTS);
    private final String study = Part10.newUid();
    private final String series = Part10.newUid();
    private final List<SentObject> objects = IntStream.rangeClosed(1, OBJECTS)
            .mapToObj(number -> SentObject.noise(study, series, number, new Random()))
            .toList();

    @Test
    void sameStudyFromAllOfThemShouldBeStoredOnceAndRefusedToNone() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Callable<String>> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(i % 2 == 0 ? this::byWeb : this::byAssociation);
            }
            for (Future<String> answer : threads.invokeAll(clients)) {
                assertEquals("", answer.get());
            }
        } finally {
            threads.shutdown();
        }
        assertStoredOnce();
    }

    private void assertStoredOnce() throws Exception {
        List<Path> files = StoredBlobs.ofStudy(study);
        assertEquals(OBJECTS, files.size());
        assertEquals(OBJECTS, new HashSet<>(files).size());
        for (Path file : files) {
            assertEquals(true, Files.exists(file), file::toString);
        }
        assertEquals(OBJECTS, emr.search("/studies/" + study + "/instances").size());
        String told = "select (select count(*) from change_log where study_instance_uid = uid)"
                + " + (select count(*) from change_pending where study_instance_uid = uid)"
                + " from (select cast(? as text) as uid) as asked";
        assertEquals(OBJECTS, StoredBlobs.count(told, study));
        for (SentObject object : objects) {
            byte[] served = emr.get(Part10.path(object.file()), "Accept", "application/dicom; transfer-syntax=*")
                    .body();
            assertEquals(SentObject.datasetHash(object.file()), SentObject.datasetHash(served));
        }
    }

    /** Nothing when all was well. */
    private String byWeb() throws Exception {
        List<byte[]> files = inSomeOrder().stream().map(SentObject::file).toList();
        start.await();
        var answer = emr.store(files);
        return answer.status() == 200 && answer.stored().size() == OBJECTS ? "" : answer.toString();
    }

    private String byAssociation() throws Exception {
        start.await();
        try (StoringAssociation association = new StoringAssociation(Aegle.dicomPort())) {
            for (SentObject object : inSomeOrder()) {
                var status = association.store(object.outgoing());
                if (!status.isSuccess()) {
                    return status.toString();
                }
            }
        }
        return "";
    }

    private List<SentObject> inSomeOrder() {
        List<SentObject> shuffled = new ArrayList<>(objects);
        Collections.shuffle(shuffled);
        return shuffled;
    }
}
