package org.aegle.dicom.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AttributesTest {
    private final Attributes set = new Attributes();

    @Test
    void absentAndEmptyShouldDiffer() {
        set.setNull(Tag.PatientName, VR.PN);
        assertTrue(set.contains(Tag.PatientName));
        assertFalse(set.containsValue(Tag.PatientName));
        assertFalse(set.contains(Tag.PatientID));
        assertEquals(0, set.getStrings(Tag.PatientName).length);
        assertEquals("none", set.getString(Tag.PatientName, "none"));
    }

    @Test
    void tagsShouldAscendUnsigned() {
        set.setNull(Tag.ItemDelimitationItem, VR.UN);
        set.setString(0xFFFC0010, VR.LO, "a");
        set.setString(Tag.PixelSpacing, VR.DS, "1");
        set.setString(Tag.PatientID, VR.LO, "b");
        assertArrayEquals(
                new int[] {Tag.PatientID, Tag.PixelSpacing, 0xFFFC0010, Tag.ItemDelimitationItem}, set.tags());
    }

    @Test
    void numbersShouldBeReadFromStringsAndBinaries() {
        set.setString(Tag.NumberOfFrames, VR.IS, " 12 ");
        set.setString(Tag.PixelSpacing, VR.DS, "0.5", "+1.25E1");
        set.setInt(Tag.Rows, VR.US, 65535);
        set.setInt(Tag.PixelPaddingValue, VR.SS, -2000);
        set.setDouble(Tag.ExposureTimeInms, VR.FD, 2.5);
        assertEquals(12, set.getInt(Tag.NumberOfFrames, 1));
        assertArrayEquals(new double[] {0.5, 12.5}, set.getDoubles(Tag.PixelSpacing));
        assertEquals(65535, set.getInt(Tag.Rows, 0));
        assertEquals(-2000, set.getInt(Tag.PixelPaddingValue, 0));
        assertEquals(2.5, set.getDouble(Tag.ExposureTimeInms, 0));
    }

    @Test
    void textThatIsNoNumberShouldGiveTheDefault() {
        set.setString(Tag.NumberOfFrames, VR.IS, "1A");
        set.setString(Tag.SliceThickness, VR.DS, "1E999999999");
        assertEquals(7, set.getInt(Tag.NumberOfFrames, 7));
        assertEquals(3.0, set.getDouble(Tag.SliceThickness, 3));
    }

    @Test
    void longIntegersShouldKeepAllBits() {
        set.setLong(Tag.EncapsulatedPixelDataValueTotalLength, VR.UV, Long.MIN_VALUE + 5);
        assertEquals("9223372036854775813", set.getString(Tag.EncapsulatedPixelDataValueTotalLength));
        assertEquals(Long.MIN_VALUE + 5, set.getLong(Tag.EncapsulatedPixelDataValueTotalLength, 0));
    }

    @Test
    void decimalStringsShouldKeepToSixteenCharacters() {
        set.setDouble(Tag.PixelSpacing, VR.DS, 1.0 / 3, -1.23456789012345e-7, 100);
        assertArrayEquals(
                new String[] {"0.33333333333333", "-1.2345678901E-7", "100"}, set.getStrings(Tag.PixelSpacing));
    }

    @Test
    void tagsAsValuesShouldBeHexadecimal() {
        set.setInt(Tag.FrameIncrementPointer, VR.AT, Tag.FrameTime);
        assertEquals("00181063", set.getString(Tag.FrameIncrementPointer));
        set.setString(Tag.FrameIncrementPointer, VR.AT, "00181065");
        assertArrayEquals(new int[] {Tag.FrameTimeVector}, set.getInts(Tag.FrameIncrementPointer));
    }

    @Test
    void datesAndTimesShouldBeReadInBothForms() {
        set.setString(Tag.StudyDate, VR.DA, "20240229");
        set.setString(Tag.SeriesDate, VR.DA, "1998.10.05");
        set.setString(Tag.ContentDate, VR.DA, "20230229");
        set.setString(Tag.StudyTime, VR.TM, "1015");
        set.setString(Tag.SeriesTime, VR.TM, "101530.25");
        assertEquals(Optional.of(LocalDate.of(2024, 2, 29)), set.findDate(Tag.StudyDate));
        assertEquals(Optional.of(LocalDate.of(1998, 10, 5)), set.findDate(Tag.SeriesDate));
        assertEquals(Optional.empty(), set.findDate(Tag.ContentDate));
        assertEquals(Optional.of(LocalTime.of(10, 15)), set.findTime(Tag.StudyTime));
        assertEquals(Optional.of(LocalTime.of(10, 15, 30, 250_000_000)), set.findTime(Tag.SeriesTime));
    }

    @Test
    void itemsShouldInheritTheCharacterSet() {
        set.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 144");
        Attributes item = set.newSequence(Tag.RequestAttributesSequence, 1).newItem();
        item.setBytes(Tag.RequestedProcedureDescription, VR.LO, new byte[] {(byte) 0xBB, (byte) 0xEE});
        assertEquals("Лю", item.getString(Tag.RequestedProcedureDescription));
    }

    @Test
    void changingTheCharacterSetShouldKeepTheText() {
        set.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 100");
        set.setBytes(Tag.PatientName, VR.PN, "Müller ".getBytes(StandardCharsets.ISO_8859_1));
        set.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192");
        assertEquals("Müller", set.getString(Tag.PatientName));
        assertArrayEquals("Müller ".getBytes(StandardCharsets.UTF_8), set.getBytes(Tag.PatientName));
    }

    @Test
    void copyingIntoAnotherCharacterSetShouldKeepTheText() {
        Attributes latin = new Attributes();
        latin.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 100");
        latin.newSequence(Tag.RequestAttributesSequence, 1)
                .newItem()
                .setBytes(Tag.RequestedProcedureDescription, VR.LO, "Schädel ".getBytes(StandardCharsets.ISO_8859_1));
        set.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192");
        set.setValue(Tag.RequestAttributesSequence, VR.SQ, latin.getSequence(Tag.RequestAttributesSequence));
        Attributes item = set.findItem(Tag.RequestAttributesSequence).orElseThrow();
        assertEquals("Schädel", item.getString(Tag.RequestedProcedureDescription));
    }

    @Test
    void rawAndSetTextShouldBeEqual() {
        Attributes other = new Attributes();
        set.setBytes(Tag.PatientID, VR.LO, "123 ".getBytes(StandardCharsets.US_ASCII));
        other.setString(Tag.PatientID, VR.LO, "123");
        assertEquals(set, other);
        assertEquals(set.hashCode(), other.hashCode());
        other.setString(Tag.PatientID, VR.LO, "124");
        assertNotEquals(set, other);
    }

    @Test
    void anItemShouldBelongToOneSequence() {
        Attributes item = set.newSequence(Tag.RequestAttributesSequence, 1).newItem();
        Sequence other = set.newSequence(Tag.ReferencedStudySequence, 1);
        assertThrows(IllegalArgumentException.class, () -> other.add(item));
        set.getSequence(Tag.RequestAttributesSequence).remove(0);
        other.add(item);
        assertEquals(1, other.size());
    }

    @Test
    void privateElementsShouldBeFoundByTheirCreator() {
        set.setString(0x00290010, VR.LO, "SIEMENS CSA HEADER");
        set.setString(0x00290011, VR.LO, "AEGLE");
        set.setString(0x00291101, VR.LO, "value");
        assertEquals(Optional.of(0x00291101), set.privateBlocks().findTag("AEGLE", 0x00290001));
        assertEquals(Optional.empty(), set.privateBlocks().findTag("OTHER", 0x00290001));
        assertEquals(0x00291205, set.privateBlocks().tag("OTHER", 0x00290005));
        assertEquals("OTHER", set.getString(0x00290012));
        assertThrows(IllegalArgumentException.class, () -> set.privateBlocks().tag("OTHER", Tag.PatientName));
    }

    @Test
    void removingShouldKeepTheOthers() {
        set.setString(Tag.PatientID, VR.LO, "1");
        set.setString(Tag.PatientName, VR.PN, "A^B");
        assertTrue(set.remove(Tag.PatientName));
        assertFalse(set.remove(Tag.PatientName));
        assertEquals("1", set.getString(Tag.PatientID));
        assertEquals(1, set.size());
    }

    @Test
    void printingShouldStopAtTheLimit() {
        for (int i = 0; i < 50; i++) {
            set.setString(0x00091000 + i, VR.LO, "x");
        }
        assertEquals(10, set.toString(10).lines().count());
    }
}
