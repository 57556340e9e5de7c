package org.aegle.it.durability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.aegle.dicom.io.TransferSyntax;
import org.aegle.dicom.network.dimse.DimseStatus;
import org.aegle.dicom.network.service.DatasetSource;
import org.aegle.dicom.network.service.OutgoingInstance;
import org.aegle.it.Aegle;
import org.aegle.it.client.Dicomweb;
import org.aegle.it.client.Part10;
import org.aegle.it.client.StoreAnswer;
import org.aegle.it.client.StoredBlobs;
import org.junit.jupiter.api.Test;

/** One object among a thousand that cannot be read: the others are stored, and the sender learns which one is not. */
class RottenObjectIT {
    private static final int OBJECTS = 1000;
    private static final int ROTTEN = 567;
    private static final int CANNOT_UNDERSTAND = 0xC000;
    private static final String ROWS =
            "select count(*) from instance o join study s on s.id = o.study_id where s.study_instance_uid = ?";

    private final String study = Part10.newUid();
    private final List<SentObject> objects = study();

    @Test
    void oneRottenPartShouldFailAlone() throws Exception {
        List<byte[]> files =
                new ArrayList<>(objects.stream().map(SentObject::file).toList());
        byte[] whole = files.get(ROTTEN);
        files.set(ROTTEN, Arrays.copyOf(whole, whole.length - 5));

        StoreAnswer answer = Dicomweb.as("demo-emr").store(files);

        assertEquals(202, answer.status());
        assertEquals(OBJECTS - 1, answer.stored().size());
        assertFalse(answer.stored().contains(objects.get(ROTTEN).uid()));
        assertEquals(1, answer.failures().size());
        assertEquals(CANNOT_UNDERSTAND, answer.failures().get(0).reason());
        assertEquals(OBJECTS - 1, StoredBlobs.count(ROWS, study));
    }

    @Test
    void oneRottenOperationShouldFailAlone() throws Exception {
        List<Integer> failed = new ArrayList<>();
        try (StoringAssociation association = new StoringAssociation(Aegle.dicomPort())) {
            for (int i = 0; i < OBJECTS; i++) {
                OutgoingInstance instance = objects.get(i).outgoing();
                DimseStatus status = association.store(i == ROTTEN ? rotten(instance) : instance);
                if (!status.isSuccess()) {
                    assertEquals(CANNOT_UNDERSTAND, status.code());
                    failed.add(i);
                }
            }
        }
        assertEquals(List.of(ROTTEN), failed);
        assertEquals(OBJECTS - 1, StoredBlobs.count(ROWS, study));
    }

    private static OutgoingInstance rotten(OutgoingInstance instance) throws Exception {
        byte[] whole;
        try (var in = instance.dataset().open()) {
            whole = in.readAllBytes();
        }
        return new OutgoingInstance(
                instance.sopClassUid(),
                instance.sopInstanceUid(),
                TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
                DatasetSource.of(Arrays.copyOf(whole, whole.length - 6)));
    }

    private List<SentObject> study() {
        String series = Part10.newUid();
        return IntStream.rangeClosed(1, OBJECTS)
                .mapToObj(number -> SentObject.of(Part10.smallImage(study, series, number)))
                .toList();
    }
}
