package org.aegle.dicom.dictionary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.data.VR;
import org.junit.jupiter.api.Test;

class DictionaryTest {
    private final ElementDictionary elements = ElementDictionary.standard();

    @Test
    void everyConstantShouldBeInTheDictionaryUnderItsKeyword() throws IllegalAccessException {
        for (Field field : Tag.class.getFields()) {
            assertEquals(Optional.of(field.getInt(null)), elements.findTag(field.getName()));
        }
        assertEquals(Tag.class.getFields().length, elements.size());
    }

    @Test
    void everyUidConstantShouldBeInTheDictionary() throws IllegalAccessException {
        for (Field field : UID.class.getFields()) {
            assertTrue(UidDictionary.standard().find((String) field.get(null)).isPresent(), field.getName());
        }
    }

    @Test
    void elementsShouldTellTheirNature() {
        ElementEntry entry = elements.find(Tag.PatientName).orElseThrow();
        assertEquals("PatientName", entry.keyword());
        assertEquals(VR.PN, entry.vr());
        assertEquals("1", entry.vm());
        assertTrue(elements.find(Tag.PixelPaddingValue).orElseThrow().dependsOnPixelRepresentation());
        assertEquals(VR.OW, elements.vr(Tag.PixelData));
    }

    @Test
    void repeatingGroupsShouldAnswerForEveryMember() {
        assertEquals(Optional.of("OverlayRows"), elements.findKeyword(0x60020010));
        assertEquals(Optional.of("OverlayData"), elements.findKeyword(0x601E3000));
        assertEquals(Optional.of("CurveData"), elements.findKeyword(0x50043000));
        assertEquals(Optional.empty(), elements.findKeyword(0x60110010));
    }

    @Test
    void tagsOutsideTheStandardShouldHaveTheirFixedVr() {
        assertEquals(VR.UL, elements.vr(0x00180000));
        assertEquals(VR.LO, elements.vr(0x00290010));
        assertEquals(VR.UN, elements.vr(0x00291001));
        assertEquals(VR.UN, elements.vr(0x00081199 + 0x6));
        assertEquals(Optional.empty(), elements.find(0x00291001));
    }

    @Test
    void everyVrShouldBeKnownByItsCode() {
        assertEquals(34, VR.values().length);
        for (VR vr : VR.values()) {
            assertEquals(vr, VR.ofCode(vr.name().charAt(0), vr.name().charAt(1)));
        }
        EnumSet<VR> longHeaders = EnumSet.noneOf(VR.class);
        Arrays.stream(VR.values()).filter(vr -> vr.headerLength() == 12).forEach(longHeaders::add);
        assertEquals(
                EnumSet.of(VR.OB, VR.OD, VR.OF, VR.OL, VR.OV, VR.OW, VR.SQ, VR.SV, VR.UC, VR.UN, VR.UR, VR.UT, VR.UV),
                longHeaders);
    }

    @Test
    void storageClassesShouldBeTold() {
        SopClasses classes = SopClasses.standard();
        assertEquals(
                "CT Image Storage",
                classes.find(UID.CTImageStorage).orElseThrow().name());
        assertEquals(Optional.empty(), classes.find(UID.Verification));
        assertTrue(classes.uids().size() > 150);
        assertEquals("1.2.3", UidDictionary.standard().nameOf("1.2.3"));
        assertEquals(
                UidEntry.Type.TRANSFER_SYNTAX,
                UidDictionary.standard().find(UID.HTJ2KLossless).orElseThrow().type());
    }

    @Test
    void privateElementsShouldBeKnownByTheirCreator() {
        PrivateDictionary vendors = PrivateDictionary.vendors();
        assertEquals(
                VR.OB, vendors.find("SIEMENS CSA HEADER", 0x0029_1110).get().vr());
        assertTrue(vendors.find("SOMEBODY ELSE", 0x0029_1110).isEmpty());
    }

    @Test
    void storageClassesOfLaterEditionsShouldBeKnown() {
        assertTrue(SopClasses.standard().find("1.2.840.10008.5.1.4.1.1.66.7").isPresent());
    }
}
