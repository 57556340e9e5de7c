package org.aegle.it.dicomweb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.json.NativeModelReader;
import org.aegle.it.client.Dicomweb;
import org.aegle.it.client.Multipart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** QIDO-RS: each required key finds what fits and nothing else, at every level. PS3.18 10.6, table 10.6.1-5. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DicomwebSearchIT {
    private final Dicomweb emr = Dicomweb.as("demo-readonly");
    private final SearchableStudy study = SearchableStudy.stored();

    @ParameterizedTest
    @CsvSource({
        "StudyDate, 20260214, 20260215",
        "00080020, 20260214, 20260213",
        "StudyDate, 20260201-20260228, 20260301-20260331",
        "StudyDate, 20260214-, 20260215-",
        "StudyDate, -20260214, -20260213",
        "StudyTime, 101112, 101113",
        "StudyTime, 1011, 1012",
        "StudyTime, 100000-110000, 110000-120000",
        "AccessionNumber, ACC-77, ACC-78",
        "AccessionNumber, ACC*, ABC*",
        "ModalitiesInStudy, OT, CT",
        "ReferringPhysicianName, Referrer^Rita, Referrer^Robert",
        "ReferringPhysicianName, referrer*, *rita?",
        "PatientName, Searchable^Sören, Searchable^Sara",
        "PatientName, SEARCHABLE^SOREN, SEARCHABLE^SVEN",
        "PatientName, Search*, *search",
        "PatientName, Searchable^S?ren, Searchable^S?en",
        "StudyID, SID-5, SID-6",
        "StudyDescription, Search exam*, Research*",
        "ProcedureCodeSequence.CodeValue, P-17, P-19",
        "00081032.00080100, P-1?, P-2?",
        "ProcedureCodeSequence.CodingSchemeDesignator, 99LOCAL, SCT"
    })
    void studyKeyShouldFindWhatFitsAndNothingElse(String key, String fitting, String other) {
        assertFinds("/studies?StudyInstanceUID=" + study.uid(), key, fitting, other, 1);
    }

    @Test
    void keysOfOneSequenceShouldMatchOneItem() {
        String path = "/studies?StudyInstanceUID=" + study.uid() + "&ProcedureCodeSequence.CodeValue=P-17"
                + "&ProcedureCodeSequence.CodingSchemeDesignator=";

        assertEquals(1, emr.search(path + "99LOCAL").size());
        assertEquals(List.of(), emr.search(path + "99OTHER"));
    }

    @ParameterizedTest
    @CsvSource({
        "20260213-20260215, 1200-1300, 1",
        "20260214-20260215, 1000-1300, 1",
        "20260214-20260215, 1012-1300, 0",
        "20260213-20260214, 1200-1000, 0",
        "20260213-20260214, 1200-101112, 1",
        "20260214, 1012-1300, 0"
    })
    void rangesOfDaysAndTimesShouldBeOneRange(String days, String times, int hits) {
        assertEquals(
                hits,
                emr.search("/studies?StudyInstanceUID=" + study.uid() + "&StudyDate=" + days + "&StudyTime=" + times)
                        .size());
    }

    @ParameterizedTest
    @CsvSource({
        "Serchable, 1",
        "Zearchable^Soeren, 1",
        "Marchable^Sören, 0",
        "Soren Searchable, 1",
        "Searcheble^S, 1",
        "Smith, 0"
    })
    void nameThatSoundsAlikeShouldBeFoundWhenAskedSo(String name, int hits) {
        String path = "/studies?StudyInstanceUID=" + study.uid() + "&PatientName=" + encoded(name);

        assertEquals(hits, emr.search(path + "&fuzzymatching=true").size());
        assertEquals(List.of(), emr.search(path + "&fuzzymatching=false"));
        assertTrue(emr.get(path + "&fuzzymatching=true")
                .headers()
                .firstValue("Warning")
                .isEmpty());
    }

    @Test
    void repeatedUidShouldFindEachOfThem() {
        SearchableStudy second = SearchableStudy.stored();

        assertEquals(
                2,
                emr.search("/studies?StudyInstanceUID=" + study.uid() + "&0020000D=" + second.uid())
                        .size());
    }

    @Test
    void totalShouldBeToldWhenAskedFor() {
        String path = "/instances?StudyInstanceUID=" + study.uid() + "&limit=2";

        HttpResponse<byte[]> counted = emr.get(path + "&includeTotal=true");

        assertEquals("3", counted.headers().firstValue("X-Total-Count").orElse(""));
        assertTrue(counted.headers().firstValue("Warning").orElse("").contains("There are 1 additional"));
        assertTrue(emr.get(path).headers().firstValue("X-Total-Count").isEmpty());
        assertEquals(
                "0",
                emr.get("/studies?PatientID=NOBODY-HAS-THIS&includeTotal=true")
                        .headers()
                        .firstValue("X-Total-Count")
                        .orElse(""));
    }

    @Test
    void resultsShouldComeInXmlWhenAskedSo() throws IOException {
        HttpResponse<byte[]> response = emr.get(
                "/studies/" + study.uid() + "/instances",
                "Accept",
                "multipart/related; type=\"application/dicom+xml\"");

        assertEquals(200, response.statusCode());
        List<Multipart.Part> parts =
                Multipart.read(response.headers().firstValue("Content-Type").orElseThrow(), response.body());
        assertEquals(3, parts.size());
        Attributes first = new NativeModelReader()
                .read(new ByteArrayInputStream(parts.get(0).content()));
        assertEquals(study.sopInstanceUids().get(0), first.getString(Tag.SOPInstanceUID));
        assertEquals("application/dicom+xml", parts.get(0).header("Content-Type"));
    }

    @Test
    void otherFormsShouldNotBeAcceptable() {
        assertEquals(406, emr.get("/studies?limit=1", "Accept", "text/csv").statusCode());
        assertEquals(
                200,
                emr.get("/studies?limit=1&accept=application/json", "Accept", "text/csv")
                        .statusCode());
    }

    @Test
    void seriesAcrossStudiesShouldComeWithTheirStudysAttributes() {
        Attributes across =
                emr.search("/series?SeriesInstanceUID=" + study.series()).get(0);
        Attributes within = emr.search("/studies/" + study.uid() + "/series").get(0);

        assertEquals("ACC-77", across.getString(Tag.AccessionNumber));
        assertEquals("Searchable^Sören", across.getString(Tag.PatientName));
        assertFalse(within.contains(Tag.AccessionNumber));
    }

    @Test
    void offsetBeyondReasonShouldBeTooBroad() {
        HttpResponse<byte[]> response = emr.get("/studies?offset=1000001");

        assertEquals(413, response.statusCode());
        assertTrue(response.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json"));
    }

    @Test
    void patientIdShouldFindTheStudyByItself() {
        List<Attributes> found = emr.search("/studies?PatientID=" + study.patientId());

        assertEquals(List.of(study.uid()), strings(found, Tag.StudyInstanceUID));
        assertEquals(List.of(), emr.search("/studies?PatientID=" + study.patientId() + "0"));
    }

    @Test
    void listOfUidsShouldFindEachOfThem() {
        SearchableStudy second = SearchableStudy.stored();

        assertEquals(
                2,
                emr.search("/studies?StudyInstanceUID=" + study.uid() + "," + second.uid())
                        .size());
    }

    @ParameterizedTest
    @CsvSource({
        "Modality, OT, CT",
        "SeriesNumber, 4, 44",
        "SeriesDescription, Search ser*, Find*",
        "PerformedProcedureStepStartDate, 20260214, 20260215",
        "PerformedProcedureStepStartTime, 101213, 101214",
        "RequestAttributesSequence.ScheduledProcedureStepID, SPS-9, SPS-1",
        "00400275.00400009, SPS-9, SPS-1",
        "RequestAttributesSequence.RequestedProcedureID, RP-3, RP-4",
        "StudyDate, 20260214, 20260215"
    })
    void seriesKeyShouldFindWhatFitsAndNothingElse(String key, String fitting, String other) {
        assertFinds("/series?StudyInstanceUID=" + study.uid(), key, fitting, other, 1);
        assertFinds("/studies/" + study.uid() + "/series?limit=10", key, fitting, other, 1);
    }

    @ParameterizedTest
    @CsvSource({
        "SOPClassUID, 1.2.840.10008.5.1.4.1.1.7, 1.2.840.10008.5.1.4.1.1.2, 3",
        "InstanceNumber, 2, 7, 1",
        "SeriesNumber, 4, 5, 3",
        "AccessionNumber, ACC-77, ACC-78, 3"
    })
    void instanceKeyShouldFindWhatFitsAndNothingElse(String key, String fitting, String other, int hits) {
        assertFinds("/instances?StudyInstanceUID=" + study.uid(), key, fitting, other, hits);
        assertFinds("/studies/" + study.uid() + "/instances?limit=10", key, fitting, other, hits);
        assertFinds(
                "/studies/" + study.uid() + "/series/" + study.series() + "/instances?limit=10",
                key,
                fitting,
                other,
                hits);
    }

    @Test
    void sopInstanceUidShouldFindTheInstanceByItself() {
        String uid = study.sopInstanceUids().get(1);

        assertEquals(List.of(uid), strings(emr.search("/instances?SOPInstanceUID=" + uid), Tag.SOPInstanceUID));
    }

    @Test
    void seriesInstanceUidShouldFindTheSeriesByItself() {
        assertEquals(
                List.of(study.series()),
                strings(emr.search("/series?SeriesInstanceUID=" + study.series()), Tag.SeriesInstanceUID));
    }

    /** PS3.18 table 10.6.3-3. */
    @Test
    void studyShouldComeWithItsRequiredAttributes() {
        Attributes found =
                emr.search("/studies?StudyInstanceUID=" + study.uid()).get(0);

        assertEquals("20260214", found.getString(Tag.StudyDate));
        assertEquals("101112", found.getString(Tag.StudyTime));
        assertEquals("ACC-77", found.getString(Tag.AccessionNumber));
        assertEquals("OT", found.getString(Tag.ModalitiesInStudy));
        assertEquals("Referrer^Rita", found.getString(Tag.ReferringPhysicianName));
        assertEquals("Searchable^Sören", found.getString(Tag.PatientName));
        assertEquals(study.patientId(), found.getString(Tag.PatientID));
        assertTrue(found.contains(Tag.PatientBirthDate));
        assertTrue(found.contains(Tag.PatientSex));
        assertEquals("SID-5", found.getString(Tag.StudyID));
        assertEquals(1, found.getInt(Tag.NumberOfStudyRelatedSeries, -1));
        assertEquals(3, found.getInt(Tag.NumberOfStudyRelatedInstances, -1));
        assertTrue(found.getString(Tag.RetrieveURL).endsWith("/dicom-web/studies/" + study.uid()));
    }

    /** PS3.18 table 10.6.3-4. */
    @Test
    void seriesShouldComeWithItsRequiredAttributes() {
        Attributes found = emr.search("/studies/" + study.uid() + "/series").get(0);

        assertEquals("OT", found.getString(Tag.Modality));
        assertEquals("4", found.getString(Tag.SeriesNumber));
        assertEquals("Search series", found.getString(Tag.SeriesDescription));
        assertEquals("20260214", found.getString(Tag.PerformedProcedureStepStartDate));
        assertEquals("101213", found.getString(Tag.PerformedProcedureStepStartTime));
        Attributes request = found.getSequence(Tag.RequestAttributesSequence).get(0);
        assertEquals("SPS-9", request.getString(Tag.ScheduledProcedureStepID));
        assertEquals("RP-3", request.getString(Tag.RequestedProcedureID));
        assertEquals(3, found.getInt(Tag.NumberOfSeriesRelatedInstances, -1));
    }

    /** PS3.18 table 10.6.3-5. */
    @Test
    void instanceShouldComeWithItsRequiredAttributes() {
        Attributes found = emr.search("/studies/" + study.uid() + "/instances?InstanceNumber=3")
                .get(0);

        assertEquals(study.sopInstanceUids().get(2), found.getString(Tag.SOPInstanceUID));
        assertEquals("1.2.840.10008.5.1.4.1.1.7", found.getString(Tag.SOPClassUID));
        assertEquals("3", found.getString(Tag.InstanceNumber));
        assertEquals(2, found.getInt(Tag.Rows, -1));
        assertEquals(2, found.getInt(Tag.Columns, -1));
        assertEquals(8, found.getInt(Tag.BitsAllocated, -1));
    }

    @Test
    void includedFieldShouldComeBackAndOnlyWhenAskedFor() {
        String path = "/studies/" + study.uid() + "/instances?InstanceNumber=1";

        assertFalse(emr.search(path).get(0).contains(Tag.ConversionType));
        assertEquals(
                "SYN", emr.search(path + "&includefield=ConversionType").get(0).getString(Tag.ConversionType));
        assertEquals("SYN", emr.search(path + "&includefield=00080064").get(0).getString(Tag.ConversionType));
        assertEquals("SYN", emr.search(path + "&includefield=all").get(0).getString(Tag.ConversionType));
    }

    @ParameterizedTest
    @ValueSource(strings = {"studies", "series", "instances"})
    void unknownKeyShouldBeRefusedByName(String level) {
        for (String key : List.of("NoSuchAttribute", "ScreenColour", "Rows")) {
            HttpResponse<byte[]> response = emr.get("/" + level + "?" + key + "=1");
            assertEquals(400, response.statusCode(), key);
            assertTrue(new String(response.body(), StandardCharsets.UTF_8).contains(key), key);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "StudyDate=14.02.2026",
                "StudyDate=20260230",
                "StudyTime=25:61",
                "limit=-1",
                "offset=one",
                "includefield=Nothing"
            })
    void malformedValueShouldBeABadRequest(String parameter) {
        assertEquals(400, emr.get("/studies?" + parameter).statusCode());
    }

    @Test
    void nothingFoundShouldBeNoContent() {
        HttpResponse<byte[]> response = emr.get("/studies?PatientID=NOBODY-HAS-THIS");

        assertEquals(204, response.statusCode());
        assertEquals(0, response.body().length);
    }

    private void assertFinds(String path, String key, String fitting, String other, int hits) {
        assertEquals(hits, emr.search(path + "&" + key + "=" + encoded(fitting)).size(), key + "=" + fitting);
        assertEquals(List.of(), emr.search(path + "&" + key + "=" + encoded(other)), key + "=" + other);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static List<String> strings(List<Attributes> found, int tag) {
        return found.stream().map(one -> one.getString(tag)).toList();
    }
}
