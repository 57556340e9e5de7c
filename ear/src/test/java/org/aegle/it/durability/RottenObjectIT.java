package org.aegle.it.durability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.io.TransferSyntax;
import org.aegle.dicom.network.AssociationLimits;
import org.aegle.dicom.network.service.DatasetSource;
import org.aegle.dicom.network.service.DicomClient;
import org.aegle.dicom.network.service.NativeTranscoder;
import org.aegle.dicom.network.service.OutgoingInstance;
import org.aegle.dicom.network.service.ServiceUser;
import org.aegle.it.client.Dicomweb;
import org.aegle.it.client.Part10;
import org.aegle.it.client.StoreAnswer;
import org.junit.jupiter.api.Test;

/** One rotten object among a thousand is refused by itself; the others are stored. */
class RottenObjectIT {
    private static final int OBJECTS = 1000;
    private static final int ROTTEN = 500;

    private final Dicomweb emr = Dicomweb.as("demo-emr");
    private final List<SentObject> study = study();

    @Test
    void webStoreShouldKeepTheOthers() {
        List<byte[]> files =
                new ArrayList<>(study.stream().map(SentObject::file).toList());
        files.set(ROTTEN, Part10.garbage());

        StoreAnswer answer = emr.store(files);

        // 202: some instances were not stored. PS3.18 10.5.3.1.
        assertEquals(202, answer.status());
        assertEquals(1, answer.failures().size(), () -> answer.failures().toString());
        assertEquals(sound(), Set.copyOf(answer.stored()));
        assertFound();
    }

    @Test
    void associationShouldKeepTheOthersAndGoOn() throws Exception {
        List<Integer> refused = new ArrayList<>();
        try (DicomClient client = new DicomClient(AssociationLimits.DEFAULT, new NativeTranscoder());
                ServiceUser user = TestAssociation.open(client)) {
            for (int i = 0; i < OBJECTS; i++) {
                OutgoingInstance instance =
                        i == ROTTEN ? rotten() : study.get(i).outgoing();
                if (!user.store(instance).outcome().status().isSuccess()) {
                    refused.add(i);
                }
            }
        }

        assertEquals(List.of(ROTTEN), refused);
        assertFound();
    }

    private static List<SentObject> study() {
        String study = Part10.newUid();
        String series = Part10.newUid();
        return IntStream.rangeClosed(1, OBJECTS)
                .mapToObj(number -> SentObject.of(Part10.smallImage(study, series, number)))
                .toList();
    }

    private OutgoingInstance rotten() {
        SentObject object = study.get(ROTTEN);
        return new OutgoingInstance(
                object.sopClassUid(),
                object.uid(),
                TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
                DatasetSource.of(Part10.garbage()));
    }

    private Set<String> sound() {
        Set<String> uids = study.stream().map(SentObject::uid).collect(Collectors.toCollection(HashSet::new));
        assertTrue(uids.remove(study.get(ROTTEN).uid()));
        return uids;
    }

    private void assertFound() {
        Set<String> found = emr.search("/studies/" + study.get(0).study() + "/instances?limit=" + OBJECTS).stream()
                .map(instance -> instance.getString(Tag.SOPInstanceUID))
                .collect(Collectors.toSet());
        assertEquals(sound(), found);
    }
}
