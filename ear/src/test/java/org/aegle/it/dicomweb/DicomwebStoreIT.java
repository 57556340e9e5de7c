package org.aegle.it.dicomweb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.phantom.PhantomPatient;
import org.aegle.dicom.phantom.SheppLoganHead;
import org.aegle.it.client.Dicomweb;
import org.aegle.it.client.Part10;
import org.aegle.it.client.StoreAnswer;
import org.aegle.it.client.TestStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** STOW-RS object by object: what is stored, what is refused and why, and that neighbours do not suffer. PS3.18 10.5. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DicomwebStoreIT {
    private static final int COERCION_OF_DATA_ELEMENTS = 0xB000;
    private static final int PROCESSING_FAILURE = 0x0110;
    private static final int DUPLICATE_SOP_INSTANCE = 0x0111;
    private static final int SOP_CLASS_NOT_SUPPORTED = 0x0122;
    private static final int CANNOT_UNDERSTAND = 0xC000;
    private static final int OTHER_STUDY = 0xC409;
    private static final String MEDIA_STORAGE_DIRECTORY = "1.2.840.10008.1.3.10";

    private final Dicomweb emr = Dicomweb.as("demo-emr");

    @Test
    void storingAStudyShouldReferToEachInstance() {
        TestStudy ct = TestStudy.smallCt(3);

        StoreAnswer answer = emr.store(ct.objects());

        assertEquals(200, answer.status());
        assertEquals(ct.sopInstanceUids(), answer.stored());
        assertEquals(List.of(), answer.failures());
        assertTrue(answer.module().getString(Tag.RetrieveURL, "").endsWith("/dicom-web" + ct.path()));
        assertEquals(3, emr.search(ct.path() + "/instances").size());
    }

    @Test
    void storingTheSameAgainShouldSucceedWithoutASecondInstance() {
        TestStudy ct = TestStudy.smallCt(2);
        emr.store(ct.objects());

        StoreAnswer again = emr.store(ct.objects());

        assertEquals(200, again.status());
        assertEquals(ct.sopInstanceUids(), again.stored());
        assertEquals(2, emr.search(ct.path() + "/instances").size());
    }

    @Test
    void sameObjectTwiceInOneRequestShouldBeStoredOnce() {
        TestStudy ct = TestStudy.smallCt(1);

        StoreAnswer answer = emr.store(List.of(ct.objects().get(0), ct.objects().get(0)));

        assertEquals(200, answer.status());
        assertEquals(1, emr.search(ct.path() + "/instances").size());
    }

    @Test
    void garbageAmongGoodPartsShouldFailAlone() {
        TestStudy ct = TestStudy.smallCt(2);

        StoreAnswer answer = emr.store(
                List.of(ct.objects().get(0), Part10.garbage(), ct.objects().get(1)));

        assertEquals(202, answer.status());
        assertEquals(ct.sopInstanceUids(), answer.stored());
        assertEquals(List.of(new StoreAnswer.Failure("", CANNOT_UNDERSTAND)), answer.failures());
        assertEquals(2, emr.search(ct.path() + "/instances").size());
    }

    @Test
    void truncatedObjectShouldFailAloneAndNotBeServed() {
        TestStudy ct = TestStudy.smallCt(2);
        byte[] whole = ct.objects().get(0);
        byte[] cut = Arrays.copyOf(whole, whole.length - 300);

        StoreAnswer answer = emr.store(List.of(cut, ct.objects().get(1)));

        assertEquals(202, answer.status());
        assertEquals(List.of(Part10.sopInstanceUid(ct.objects().get(1))), answer.stored());
        assertEquals(
                List.of(CANNOT_UNDERSTAND),
                answer.failures().stream().map(StoreAnswer.Failure::reason).toList());
        assertEquals(404, emr.get(Part10.path(whole)).statusCode());
    }

    @Test
    void truncatedObjectShouldBeStorableWhole() {
        TestStudy ct = TestStudy.smallCt(1);
        byte[] whole = ct.objects().get(0);
        emr.store(List.of(Arrays.copyOf(whole, whole.length - 300)));

        assertEquals(200, emr.store(List.of(whole)).status());
        assertEquals(200, emr.get(Part10.path(whole)).statusCode());
    }

    @Test
    void mediaDirectoryShouldBeRefusedAsSopClassNotSupported() {
        Attributes directory = Part10.smallImage(Part10.newUid(), Part10.newUid(), 1);
        directory.setString(Tag.SOPClassUID, VR.UI, MEDIA_STORAGE_DIRECTORY);

        StoreAnswer answer = emr.store(List.of(Part10.file(directory)));

        assertEquals(409, answer.status());
        assertEquals(
                List.of(new StoreAnswer.Failure(directory.getString(Tag.SOPInstanceUID), SOP_CLASS_NOT_SUPPORTED)),
                answer.failures());
    }

    @Test
    void knownSopInstanceUidWithOtherContentShouldBeRefusedAndTheFirstStillServed() {
        TestStudy ct = TestStudy.smallCt(2);
        byte[] first = ct.objects().get(0);
        emr.store(List.of(first));

        StoreAnswer answer =
                emr.store(List.of(withOtherPixel(first), ct.objects().get(1)));

        assertEquals(202, answer.status());
        assertEquals(
                List.of(new StoreAnswer.Failure(Part10.sopInstanceUid(first), DUPLICATE_SOP_INSTANCE)),
                answer.failures());
        assertArrayEquals(
                first,
                emr.get(Part10.path(first), "Accept", "application/dicom").body());
    }

    @Test
    void otherPatientInAKnownStudyShouldBeKeptWithAWarningAndNotBeFound() {
        TestStudy ct = TestStudy.smallCt(2);
        PhantomPatient other = new PhantomPatient(
                "Otherwise^Otto",
                "T-OTHER-" + ct.patient().id(),
                "",
                ct.patient().birthDate(),
                "M");
        TestStudy ofOther = TestStudy.of(new SheppLoganHead(32, 2), other, ct.study());
        emr.store(List.of(ct.objects().get(0)));

        StoreAnswer answer = emr.store(List.of(ofOther.objects().get(1)));

        assertEquals(202, answer.status());
        assertEquals(List.of(), answer.failures());
        assertEquals(
                COERCION_OF_DATA_ELEMENTS,
                answer.module()
                        .findItem(Tag.ReferencedSOPSequence)
                        .orElseThrow()
                        .getInt(Tag.WarningReason, 0));
        assertEquals(1, emr.search(ct.path() + "/instances").size());
    }

    @Test
    void objectOfAnotherStudyThanTheAddressedShouldBeRefused() {
        TestStudy ct = TestStudy.smallCt(1);

        StoreAnswer answer = emr.storeTo("/studies/" + Part10.newUid(), ct.objects());

        assertEquals(409, answer.status());
        assertEquals(OTHER_STUDY, answer.failures().get(0).reason());
        assertEquals(404, emr.get(ct.path()).statusCode());
    }

    @Test
    void storingToTheAddressedStudyShouldSucceed() {
        TestStudy ct = TestStudy.smallCt(1);

        assertEquals(200, emr.storeTo(ct.path(), ct.objects()).status());
    }

    private static byte[] withOtherPixel(byte[] file) {
        byte[] other = file.clone();
        other[other.length - 1] ^= 1;
        return other;
    }
}
