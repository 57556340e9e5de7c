package org.aegle.it.real;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.io.DicomObject;
import org.aegle.dicom.io.FrameIndex;
import org.aegle.it.client.Dicomweb;
import org.aegle.it.client.Fhir;
import org.aegle.it.client.Multipart;
import org.aegle.it.client.Part10;
import org.aegle.it.client.StoreAnswer;
import org.hl7.fhir.r4.model.ImagingStudy;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Studies of real scanners all the way: stored, found, described, and fetched byte for byte. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealStudyIT {
    private static final int MR_INSTANCES = 128;
    private static final int CT_INSTANCES = 118;

    @BeforeAll
    static void requireTestData() {
        assumeTrue(RealStudy.areThere(), "AEGLE_TEST_DATA is not set");
    }

    @Test
    void mrStudyShouldGoAllTheWay() {
        assertGoesAllTheWay(RealStudy.of("study-mr-pacsman", MR_INSTANCES), "MR");
    }

    /** In JPEG-LS, several series. */
    @Test
    void compressedCtStudyShouldGoAllTheWay() {
        assertGoesAllTheWay(RealStudy.of("study-ct-phantom", CT_INSTANCES), "CT");
    }

    @Test
    void scannersMediaDirectoryShouldBeLeftOut() {
        StoreAnswer answer = Dicomweb.as("demo-emr").store(List.of(RealStudy.mediaDirectory()));

        assertEquals(409, answer.status());
        assertEquals(0x0122, answer.failures().get(0).reason());
    }

    private static void assertGoesAllTheWay(RealStudy study, String modality) {
        Dicomweb emr = Dicomweb.as("demo-emr");
        StoreAnswer answer = emr.store(study.objects());
        assertEquals(200, answer.status(), () -> answer.failures().toString());
        assertEquals(study.objects().size(), answer.stored().size());
        assertIsFound(emr, study, modality);
        assertIsDescribed(emr, study);
        assertBytesAndFrames(emr, study);
        assertIsPictured(emr, study);
    }

    private static void assertIsPictured(Dicomweb emr, RealStudy study) {
        HttpResponse<byte[]> response = emr.get("/studies/" + study.uid() + "/thumbnail", "Accept", "image/jpeg");
        assertEquals(200, response.statusCode());
        assertEquals("image/jpeg", response.headers().firstValue("Content-Type").orElse(""));
    }

    private static void assertIsFound(Dicomweb emr, RealStudy study, String modality) {
        List<Attributes> found = emr.search("/studies?StudyInstanceUID=" + study.uid());
        assertEquals(1, found.size());
        assertEquals(study.objects().size(), found.get(0).getInt(Tag.NumberOfStudyRelatedInstances, -1));
        assertEquals(Set.of(modality), Set.of(found.get(0).getStrings(Tag.ModalitiesInStudy)));
        List<ImagingStudy> told = new Fhir(emr.token())
                .all(
                        ImagingStudy.class,
                        "/ImagingStudy?identifier=" + Fhir.encoded("urn:dicom:uid|urn:oid:" + study.uid()));
        assertEquals(1, told.size());
        assertEquals(study.objects().size(), told.get(0).getNumberOfInstances());
    }

    private static void assertIsDescribed(Dicomweb emr, RealStudy study) {
        Map<String, Attributes> told = Dicomweb.json(
                        emr.get("/studies/" + study.uid() + "/metadata").body())
                .stream()
                .collect(Collectors.toMap(i -> i.getString(Tag.SOPInstanceUID), Function.identity()));
        assertEquals(study.objects().size(), told.size());
        for (byte[] object : study.objects()) {
            Attributes sent = Part10.read(object).dataset();
            Attributes one = told.get(sent.getString(Tag.SOPInstanceUID));
            for (int tag : new int[] {Tag.PatientName, Tag.InstanceNumber, Tag.Rows, Tag.ImagePositionPatient}) {
                assertArrayEquals(sent.getStrings(tag), one.getStrings(tag), () -> String.format("%08X", tag));
            }
        }
    }

    private static void assertBytesAndFrames(Dicomweb emr, RealStudy study) {
        Set<String> missing =
                study.objects().stream().map(Part10::sopInstanceUid).collect(Collectors.toSet());
        Map<String, byte[]> sent =
                study.objects().stream().collect(Collectors.toMap(Part10::sopInstanceUid, Function.identity()));
        HttpResponse<byte[]> response = emr.get(
                "/studies/" + study.uid(),
                "Accept",
                "multipart/related; type=\"application/dicom\"; transfer-syntax=*");
        for (Multipart.Part part :
                Multipart.read(response.headers().firstValue("Content-Type").orElse(""), response.body())) {
            String uid = Part10.sopInstanceUid(part.content());
            assertArrayEquals(sent.get(uid), part.content(), uid);
            missing.remove(uid);
        }
        assertEquals(Set.of(), missing);
        for (int i = 0; i < study.objects().size(); i += 20) {
            assertFrame(emr, study.objects().get(i));
        }
    }

    private static void assertFrame(Dicomweb emr, byte[] object) {
        HttpResponse<byte[]> response = emr.get(
                Part10.path(object) + "/frames/1",
                "Accept",
                "multipart/related; type=\"application/octet-stream\"; transfer-syntax=*");
        List<Multipart.Part> parts =
                Multipart.read(response.headers().firstValue("Content-Type").orElse(""), response.body());
        assertEquals(1, parts.size());
        assertArrayEquals(firstFrame(object), parts.get(0).content());
        assertFalse(parts.get(0).header("Content-Type").isEmpty());
    }

    private static byte[] firstFrame(byte[] object) {
        DicomObject read = Part10.read(object);
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        FrameIndex.of(read).frame(1).forEach(range -> frame.write(object, (int) range.offset(), (int) range.length()));
        return frame.toByteArray();
    }
}
