package org.aegle.dicom.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.dictionary.ElementDictionary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PS3.4 C.2.2.2, rule by rule. */
class AttributeMatchingTest {
    private static Attributes of(int tag, String... values) {
        Attributes set = new Attributes();
        VR vr = ElementDictionary.standard().vr(tag);
        if (values.length == 0) {
            set.setNull(tag, vr);
        } else {
            set.setString(tag, vr, values);
        }
        return set;
    }

    private static boolean matches(Attributes keys, Attributes candidate) {
        return new AttributeMatching(keys).matches(candidate);
    }

    @ParameterizedTest
    @CsvSource({
        // keyword, key, value, fits
        "PatientID, P1, P1, true",
        "PatientID, P1, p1, false",
        "PatientID, P?, P1, true",
        "PatientID, P?, P12, false",
        "PatientID, *1*, A1B, true",
        "PatientID, *, A1B, true",
        "PatientID, A*B*C, AxBxBxC, true",
        "PatientID, A*B*C, AxBxBxD, false",
        "Modality, CT, CT, true",
        "Modality, C*, CT, true",
        "StudyInstanceUID, 1.2.*, 1.2.3, false",
        "PatientName, yamada^tarou, Yamada^Tarou, true",
        "PatientName, YAMADA*, Yamada^Tarou, true",
        "PatientName, müller*, Muller^Jörg, true",
        "PatientName, smith^*, SMITH, true",
        "PatientName, smith^john^^^, Smith^John, true",
        "PatientName, smith, Smith^John, false",
        "PatientName, 山田*, Yamada^Tarou=山田^太郎=やまだ^たろう, true",
        "PatientName, =山田*, Yamada^Tarou=山田^太郎, true",
        "PatientName, yamada*=佐藤*, Yamada^Tarou=山田^太郎, false",
        "StudyDate, 20200115, 20200115, true",
        "StudyDate, 20200101-20200131, 20200115, true",
        "StudyDate, 20200201-, 20200115, false",
        "StudyDate, -20200131, 20200115, true",
        "StudyDate, 2020011*, 20200115, false",
        "StudyTime, 10-11, 115959.5, true",
        "StudyTime, 1015, 101542, true",
        "StudyTime, 1016-, 101542, false",
        "AcquisitionDateTime, 2020, 20200115101542.5, true",
        "AcquisitionDateTime, 202002-, 20200115101542, false",
        "AcquisitionDateTime, 20200115100000-20200115110000, 20200115101542, true",
        "AcquisitionDateTime, 20200115101542+0000, 20200115121542+0200, true",
        "AcquisitionDateTime, 20200115-0500, 20200115233000-0500, true",
        "AcquisitionDateTime, -2019, 20200115, false",
        "InstanceNumber, 7, 007, true",
        "InstanceNumber, 7, 70, false",
        "SliceThickness, 1.5, 1.50, true",
        "Rows, 512, 512, true",
        "Rows, 512, 256, false",
    })
    void valueShouldFitByItsKind(String keyword, String key, String value, boolean fits) {
        int tag = ElementDictionary.standard().findTag(keyword).orElseThrow();
        assertEquals(fits, matches(of(tag, key), of(tag, value)));
    }

    @Test
    void keyWithoutValueShouldFitEverything() {
        assertTrue(matches(of(Tag.PatientID), of(Tag.PatientID, "P1")));
        assertTrue(matches(of(Tag.PatientID), new Attributes()));
    }

    @Test
    void keyWithValueShouldFitNothingThatLacksTheAttribute() {
        assertFalse(matches(of(Tag.PatientID, "P1"), new Attributes()));
        assertFalse(matches(of(Tag.PatientID, "?"), of(Tag.PatientID)));
    }

    @Test
    void listOfUidShouldFitEachOfThem() {
        Attributes keys = of(Tag.StudyInstanceUID, "1.2", "1.3");
        assertTrue(matches(keys, of(Tag.StudyInstanceUID, "1.3")));
        assertFalse(matches(keys, of(Tag.StudyInstanceUID, "1.4")));
    }

    @Test
    void oneOfSeveralValuesShouldBeEnough() {
        assertTrue(matches(of(Tag.ModalitiesInStudy, "MR"), of(Tag.ModalitiesInStudy, "CT", "MR")));
        assertTrue(matches(of(Tag.ModalitiesInStudy, "US", "MR"), of(Tag.ModalitiesInStudy, "CT", "MR")));
    }

    @Test
    void quotesShouldAskForAnEmptyValue() {
        assertTrue(matches(of(Tag.PatientID, "\"\""), new Attributes()));
        assertTrue(matches(of(Tag.PatientID, "\"\""), of(Tag.PatientID)));
        assertFalse(matches(of(Tag.PatientID, "\"\""), of(Tag.PatientID, "P1")));
    }

    @Test
    void sequenceShouldFitWhenOneItemFitsAllItsKeys() {
        Attributes keys = code("121", "DCM");
        Attributes candidate = code("121", "SCT");
        Attributes second = candidate.getSequence(Tag.ProcedureCodeSequence).newItem();
        second.setString(Tag.CodeValue, VR.SH, "122");
        second.setString(Tag.CodingSchemeDesignator, VR.SH, "DCM");
        assertFalse(matches(keys, candidate));

        second.setString(Tag.CodeValue, VR.SH, "121");
        assertTrue(matches(keys, candidate));
    }

    private static Attributes code(String value, String scheme) {
        Attributes set = new Attributes();
        Attributes item = set.newSequence(Tag.ProcedureCodeSequence, 1).newItem();
        item.setString(Tag.CodeValue, VR.SH, value);
        item.setString(Tag.CodingSchemeDesignator, VR.SH, scheme);
        return set;
    }

    @Test
    void sequenceThatAsksForNothingShouldFitEverything() {
        Attributes keys = new Attributes();
        keys.newSequence(Tag.ProcedureCodeSequence, 1).newItem().setNull(Tag.CodeValue, VR.SH);
        assertTrue(matches(keys, new Attributes()));
    }

    @Test
    void whatDescribesTheQueryShouldBeNoKey() {
        Attributes keys = of(Tag.SpecificCharacterSet, "ISO_IR 192");
        keys.setString(Tag.QueryRetrieveLevel, VR.CS, "STUDY");
        assertTrue(matches(keys, new Attributes()));
    }

    @Test
    void keyOfManyStarsShouldNotTakeLong() {
        assertFalse(Wildcard.exact("*a".repeat(50) + "b").matches("a".repeat(10_000)));
    }
}
