package org.aegle.it.durability;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.network.AssociationLimits;
import org.aegle.dicom.network.service.DicomClient;
import org.aegle.dicom.network.service.NativeTranscoder;
import org.aegle.dicom.network.service.ServiceUser;
import org.aegle.it.client.Dicomweb;
import org.aegle.it.client.Part10;
import org.aegle.it.client.StoreAnswer;
import org.aegle.it.client.StoredBlobs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The same new study by fifty senders at one moment, by STOW-RS and by C-STORE: each is told that all is stored, and
 * everything is there once.
 */
class ManySendersIT {
    private static final int CLIENTS = 50;
    private static final int OBJECTS = 12;
    private static final int SERIES = 2;

    private final DicomClient client = new DicomClient(AssociationLimits.DEFAULT, new NativeTranscoder());
    private final Dicomweb emr = Dicomweb.as("demo-emr");
    private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    private final CyclicBarrier start = new CyclicBarrier(CLIENTS);

    @AfterEach
    void close() {
        threads.shutdownNow();
        client.close();
    }

    @Test
    void sameStudyByManyAtOnceShouldBeThereOnceAndNobodyRefused() throws Exception {
        List<SentObject> study = study();

        List<Callable<List<String>>> senders = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            senders.add(i % 2 == 0 ? () -> byWeb(study) : () -> byAssociation(study));
        }
        List<String> faults = new ArrayList<>();
        for (Future<List<String>> sender : threads.invokeAll(senders)) {
            faults.addAll(sender.get());
        }

        assertEquals(List.of(), faults);
        assertStoredOnce(study);
    }

    private static List<SentObject> study() {
        String study = Part10.newUid();
        List<String> series =
                IntStream.range(0, SERIES).mapToObj(i -> Part10.newUid()).toList();
        Random random = new Random();
        return IntStream.rangeClosed(1, OBJECTS)
                .mapToObj(number -> SentObject.noise(study, series.get(number % SERIES), number, random))
                .toList();
    }

    /** What was refused. */
    private List<String> byWeb(List<SentObject> study) throws Exception {
        start.await();
        StoreAnswer answer = emr.store(study.stream().map(SentObject::file).toList());
        boolean all = answer.status() == 200
                && new HashSet<>(answer.stored())
                        .equals(new HashSet<>(
                                study.stream().map(SentObject::uid).toList()));
        return all ? List.of() : List.of("STOW-RS " + answer.status() + " " + answer.failures());
    }

    private List<String> byAssociation(List<SentObject> study) throws Exception {
        List<String> refused = new ArrayList<>();
        try (ServiceUser user = TestAssociation.open(client)) {
            start.await();
            for (SentObject object : study) {
                var status = user.store(object.outgoing()).outcome().status();
                if (!status.isSuccess()) {
                    refused.add("C-STORE " + object.uid() + " " + status);
                }
            }
        }
        return refused;
    }

    private void assertStoredOnce(List<SentObject> study) throws Exception {
        String uid = study.get(0).study();
        assertEquals(1, StoredBlobs.count("select count(*) from study where study_instance_uid = ?", uid));
        assertEquals(
                SERIES,
                StoredBlobs.count(
                        "select count(*) from series r join study s on s.id = r.study_id"
                                + " where s.study_instance_uid = ?",
                        uid));
        assertEquals(OBJECTS, new HashSet<>(StoredBlobs.ofStudy(uid)).size());
        List<Attributes> found = emr.search("/studies/" + uid + "/instances?includefield=all");
        assertEquals(
                study.stream().map(SentObject::uid).sorted().toList(),
                found.stream()
                        .map(instance -> instance.getString(Tag.SOPInstanceUID))
                        .sorted()
                        .toList());
        for (SentObject object : study) {
            byte[] served = emr.get(Part10.path(object.file()), "Accept", "application/dicom; transfer-syntax=*")
                    .body();
            assertEquals(SentObject.datasetHash(object.file()), SentObject.datasetHash(served));
        }
    }
}
