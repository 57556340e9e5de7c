package org.aegle.dicom.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.BulkData;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.data.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class DicomWriterTest {
    /** A value of every VR, in items too. */
    private static Attributes everyVr() {
        Attributes set = new Attributes();
        fill(set);
        Attributes item = set.newSequence(Tag.ContentSequence, 2).newItem();
        fill(item);
        fill(item.newSequence(Tag.ContentSequence, 1).newItem());
        set.getSequence(Tag.ContentSequence).newItem();
        set.newSequence(Tag.ReferencedStudySequence, 0);
        set.setString(0x00110010, VR.LO, "AEGLE");
        set.newSequence(0x00111001, 1).newItem().setString(Tag.PatientID, VR.LO, "in private");
        return set;
    }

    private static void fill(Attributes set) {
        set.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192");
        set.setString(Tag.SOPClassUID, VR.UI, UID.CTImageStorage);
        set.setString(Tag.SOPInstanceUID, VR.UI, "1.2.3");
        set.setString(Tag.StudyDate, VR.DA, "20240131");
        set.setString(Tag.StudyTime, VR.TM, "101530.5");
        set.setString(Tag.AcquisitionDateTime, VR.DT, "20240131101530+0100");
        set.setString(Tag.RetrieveAETitle, VR.AE, "STORE", "STORE2");
        set.setString(Tag.PatientAge, VR.AS, "042Y");
        set.setString(Tag.PatientName, VR.PN, "Müller^Ännchen=山田");
        set.setString(Tag.PatientID, VR.LO, "ä\u00DF");
        set.setString(Tag.AccessionNumber, VR.SH, "A1");
        set.setString(Tag.PatientComments, VR.LT, " two\\words\r\nlines");
        set.setString(Tag.InstitutionAddress, VR.ST, "Straße 1");
        set.setString(Tag.TextValue, VR.UT, "long text");
        set.setString(Tag.LongCodeValue, VR.UC, "code");
        set.setString(Tag.RetrieveURL, VR.UR, "https://example.org/a?b=c\\d");
        set.setString(Tag.PixelSpacing, VR.DS, "0.5", "0.25");
        set.setString(Tag.InstanceNumber, VR.IS, "7");
        set.setInt(Tag.FrameIncrementPointer, VR.AT, Tag.FrameTime);
        set.setInt(Tag.Rows, VR.US, 512);
        set.setInt(Tag.TagAngleSecondAxis, VR.SS, -3);
        set.setLong(Tag.RegionFlags, VR.UL, 0xFFFF_FFFEL);
        set.setInt(Tag.ReferencePixelX0, VR.SL, -70_000);
        set.setLong(Tag.EncapsulatedPixelDataValueTotalLength, VR.UV, 1L << 63);
        set.setLong(Tag.SelectorSVValue, VR.SV, Long.MIN_VALUE);
        set.setDouble(Tag.SelectorFLValue, VR.FL, 1.5, Double.NaN);
        set.setDouble(Tag.SelectorFDValue, VR.FD, Math.PI, Double.NEGATIVE_INFINITY);
        set.setBytes(Tag.SelectorOBValue, VR.OB, new byte[] {1, 2, 3, 4});
        set.setBytes(Tag.SelectorOWValue, VR.OW, new byte[] {1, 2, 3, 4});
        set.setBytes(Tag.SelectorOFValue, VR.OF, new byte[] {1, 2, 3, 4});
        set.setBytes(Tag.SelectorOLValue, VR.OL, new byte[] {1, 2, 3, 4});
        set.setBytes(Tag.SelectorODValue, VR.OD, new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
        set.setBytes(Tag.SelectorOVValue, VR.OV, new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
        set.setBytes(0x00131001, VR.UN, new byte[] {9, 8});
    }

    static Stream<Arguments> encodings() {
        return Stream.of(
                        TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN,
                        TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
                        TransferSyntax.EXPLICIT_VR_BIG_ENDIAN,
                        TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN)
                .flatMap(syntax -> Stream.of(SequenceLength.values()).map(length -> Arguments.of(syntax, length)));
    }

    private static byte[] write(Attributes set, TransferSyntax syntax, SequenceLength length) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DicomWriter(length, value -> {
                    throw new IOException("nothing lies elsewhere");
                })
                .write(FileMetaInformation.of(set, syntax), set, out);
        return out.toByteArray();
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void everyVrShouldReadBackEqual(TransferSyntax syntax, SequenceLength length) throws IOException {
        Attributes set = everyVr();
        byte[] written = write(set, syntax, length);
        DicomObject object = new DicomReader().read(new ByteArrayInputStream(written));
        assertEquals(set.toString(1000), object.dataset().toString(1000));
        assertEquals(set, object.dataset());
        assertEquals(syntax, object.transferSyntax());
        assertEquals(List.of(), object.findings());
        assertArrayEquals(written, write(object.dataset(), syntax, length));
    }

    @Test
    void valuesShouldBePaddedToEvenLength() throws IOException {
        Attributes set = new Attributes();
        set.setString(Tag.SOPInstanceUID, VR.UI, "1.2");
        set.setString(Tag.PatientID, VR.LO, "123");
        set.setBytes(Tag.EncapsulatedDocument, VR.OB, new byte[] {1, 2, 3});
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DicomWriter().writeDataset(set, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, out);
        byte[] expected = new Part10()
                .element(Tag.SOPInstanceUID, VR.UI, 4)
                .text("1.2\0")
                .element(Tag.PatientID, VR.LO, 4)
                .text("123 ")
                .element(Tag.EncapsulatedDocument, VR.OB, 4)
                .raw(new byte[] {1, 2, 3, 0})
                .bytes();
        assertArrayEquals(expected, out.toByteArray());
    }

    @Test
    void valuesByReferenceShouldComeFromTheirSource() throws IOException {
        Attributes set = new Attributes();
        set.setValue(Tag.PixelData, VR.OW, new BulkData(VR.OW, 1000, 4, true));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DicomWriter(SequenceLength.EXPLICIT, value -> new ByteArrayInputStream(new byte[] {1, 2, 3, 4}))
                .writeDataset(set, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, out);
        byte[] expected = new Part10()
                .element(Tag.PixelData, VR.OW, 4)
                .raw(new byte[] {2, 1, 4, 3})
                .bytes();
        assertArrayEquals(expected, out.toByteArray());
        assertThrows(IOException.class, () -> new DicomWriter()
                .writeDataset(set, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, new ByteArrayOutputStream()));
    }

    @Test
    void metaInformationAloneShouldEndWhereTheDataSetBegins() throws IOException {
        Attributes set = everyVr();
        byte[] file = write(set, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, SequenceLength.EXPLICIT);
        DicomObject object = new DicomReader().read(new ByteArrayInputStream(file));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DicomWriter()
                .writeFileMetaInformation(object.findFileMetaInformation().orElseThrow(), out);
        assertEquals(object.datasetOffset(), out.size());
        assertArrayEquals(Arrays.copyOf(file, out.size()), out.toByteArray());
    }

    @ParameterizedTest
    @EnumSource
    void groupLengthsShouldLeadToTheNextGroup(SequenceLength length) throws IOException {
        Attributes set = new Attributes();
        fill(set);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DicomWriter(length, value -> {
                    throw new IOException("nothing lies elsewhere");
                })
                .withGroupLengths()
                .writeDataset(set, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, out);
        byte[] bytes = out.toByteArray();
        ByteBuffer groups = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < bytes.length; ) {
            assertEquals(0, groups.getShort(at + 2), "a group length at " + at);
            at += 12 + groups.getInt(at + 8);
        }
        Attributes back = new DicomReader()
                .readDataset(new ByteArrayInputStream(bytes), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)
                .dataset()
                .filtered(tag -> (tag & 0xFFFF) != 0);
        assertEquals(set.size(), back.size());
    }
}
