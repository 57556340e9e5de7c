package org.aegle.it.dicomweb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;
import org.aegle.it.client.Dicomweb;
import org.aegle.it.client.Part10;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** QIDO-RS page by page: limit and offset leave no gap and repeat nothing. PS3.18 8.3.4.4. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DicomwebPagingIT {
    private static final int COUNT = 7;

    private final Dicomweb emr = Dicomweb.as("demo-emr");

    @Test
    void pagesOfStudiesShouldHoldEachStudyOnce() {
        String accession = "P" + UUID.randomUUID().toString().substring(0, 12);
        List<Attributes> images = IntStream.range(0, COUNT)
                .mapToObj(i -> Part10.smallImage(Part10.newUid(), Part10.newUid(), 1))
                .toList();
        images.forEach(image -> image.setString(Tag.AccessionNumber, VR.SH, accession));
        store(images);

        List<String> paged = pages("/studies?AccessionNumber=" + accession, Tag.StudyInstanceUID);

        assertHoldsEachOnce(images, Tag.StudyInstanceUID, paged);
    }

    @Test
    void pagesOfInstancesShouldHoldEachInstanceOnceInTheOrderOfTheirNumbers() {
        String study = Part10.newUid();
        String series = Part10.newUid();
        List<Attributes> images = IntStream.rangeClosed(1, COUNT)
                .mapToObj(number -> Part10.smallImage(study, series, number))
                .toList();
        store(images);

        List<String> paged = pages("/studies/" + study + "/instances?Modality=OT", Tag.SOPInstanceUID);

        assertHoldsEachOnce(images, Tag.SOPInstanceUID, paged);
        assertEquals(images.stream().map(i -> i.getString(Tag.SOPInstanceUID)).toList(), paged);
    }

    @Test
    void cutOffAnswerShouldWarnThatThereIsMore() {
        String study = Part10.newUid();
        String series = Part10.newUid();
        store(IntStream.rangeClosed(1, 2)
                .mapToObj(number -> Part10.smallImage(study, series, number))
                .toList());

        HttpResponse<byte[]> cut = emr.get("/studies/" + study + "/instances?limit=1");
        HttpResponse<byte[]> whole = emr.get("/studies/" + study + "/instances?limit=2");

        assertTrue(cut.headers().firstValue("Warning").orElse("").startsWith("299"));
        assertTrue(whole.headers().firstValue("Warning").isEmpty());
    }

    @Test
    void offsetBehindTheEndShouldFindNothing() {
        assertEquals(204, emr.get("/studies?offset=1000000").statusCode());
    }

    private void store(List<Attributes> images) {
        assertEquals(200, emr.store(images.stream().map(Part10::file).toList()).status());
    }

    private List<String> pages(String path, int tag) {
        List<String> all = new ArrayList<>();
        List<Attributes> page = emr.search(path + "&limit=3");
        while (!page.isEmpty()) {
            page.forEach(one -> all.add(one.getString(tag)));
            page = emr.search(path + "&limit=3&offset=" + all.size());
        }
        return all;
    }

    private static void assertHoldsEachOnce(List<Attributes> images, int tag, List<String> paged) {
        assertEquals(COUNT, paged.size());
        assertEquals(Set.copyOf(images.stream().map(i -> i.getString(tag)).toList()), Set.copyOf(paged));
    }
}
