package org.aegle.dicom.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.BulkDataReference;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PS3.19 A.1. */
class NativeModelTest {
    private static final int PRIVATE = 0x0029_1018;

    private static String write(Attributes set) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new NativeModelWriter().write(set, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Attributes read(String xml) throws IOException {
        return new NativeModelReader().read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static Attributes readElements(String elements) throws IOException {
        return read("<NativeDicomModel xmlns=\"" + DatasetXml.NAMESPACE + "\">" + elements + "</NativeDicomModel>");
    }

    private static Attributes everyKind() {
        Attributes set = new Attributes();
        set.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192");
        set.setString(Tag.ImageType, VR.CS, "ORIGINAL", "", "AXIAL");
        set.setString(Tag.PatientName, VR.PN, "Yamada^Tarou^^Dr.=山田^太郎=やまだ^たろう");
        set.setString(Tag.OtherPatientNames, VR.PN, "A^B", "", "C");
        set.setString(Tag.PatientComments, VR.LT, " first <&> \"line\"\r\nsecond\t ");
        set.setNull(Tag.PatientBirthDate, VR.DA);
        set.setString(Tag.SliceThickness, VR.DS, "1.50");
        set.setInt(Tag.Rows, VR.US, 512);
        set.setLong(Tag.ExtendedOffsetTable, VR.OV, 1L << 60, -1);
        set.setLong(Tag.SelectorUVValue, VR.UV, -1L);
        set.setDouble(Tag.RecommendedDisplayFrameRateInFloat, VR.FL, 24.5);
        set.setString(Tag.FrameIncrementPointer, VR.AT, "00181063");
        set.setBytes(Tag.RedPaletteColorLookupTableData, VR.OW, new byte[] {1, 2, -1, -128});
        int tag = set.privateBlocks().tag("AEGLE TEST", PRIVATE);
        set.setString(tag, VR.LO, "private");
        Attributes item = set.newSequence(Tag.ReferencedStudySequence, 2).newItem();
        item.setString(Tag.ReferencedSOPInstanceUID, VR.UI, "1.2.3");
        item.newSequence(Tag.PurposeOfReferenceCodeSequence, 0);
        set.getSequence(Tag.ReferencedStudySequence).newItem();
        return set;
    }

    @Test
    void everyKindOfValueShouldComeBack() throws IOException {
        Attributes set = everyKind();
        assertEquals(set, read(write(set)));
    }

    @Test
    void elementsShouldBeNamedAndNumbered() throws IOException {
        String xml = write(everyKind());
        assertTrue(xml.contains("<DicomAttribute tag=\"00080008\" vr=\"CS\" keyword=\"ImageType\">"
                + "<Value number=\"1\">ORIGINAL</Value><Value number=\"3\">AXIAL</Value></DicomAttribute>"));
        assertTrue(xml.contains("<Ideographic><FamilyName>山田</FamilyName><GivenName>太郎</GivenName></Ideographic>"));
        assertTrue(xml.contains("tag=\"00290018\" vr=\"LO\" privateCreator=\"AEGLE TEST\""));
        assertTrue(xml.contains(
                "<DicomAttribute tag=\"00100030\" vr=\"DA\" keyword=\"PatientBirthDate\"></DicomAttribute>"));
    }

    @Test
    void openBlockOfAPrivateElementShouldBeReserved() throws IOException {
        Attributes set = readElements("<DicomAttribute tag=\"00290018\" vr=\"LO\" privateCreator=\"SOMEBODY\">"
                + "<Value number=\"1\">x</Value></DicomAttribute>");
        assertEquals(Optional.of(0x0029_1018), set.privateBlocks().findTag("SOMEBODY", 0x0029_0018));
        assertEquals("x", set.getString(0x0029_1018));
    }

    @Test
    void bulkDataShouldBeAReferenceBothWays() throws IOException {
        Attributes set = new Attributes();
        set.setBytes(Tag.PixelData, VR.OW, new byte[100]);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new NativeModelWriter(path -> Optional.of("bulk/" + path), 64).write(set, out);

        Attributes back = new NativeModelReader().read(new ByteArrayInputStream(out.toByteArray()));
        assertEquals(new BulkDataReference(VR.OW, "bulk/7FE00010"), back.getValue(Tag.PixelData));
    }

    @Test
    void characterThatXmlCannotHoldShouldBeReplaced() throws IOException {
        Attributes set = new Attributes();
        set.setString(Tag.PatientComments, VR.LT, "page 1\fpage 2");
        assertEquals("page 1\uFFFDpage 2", read(write(set)).getString(Tag.PatientComments));
    }

    @Test
    void binaryOfSeveralLinesShouldBeRead() throws IOException {
        Attributes set = readElements(
                "<DicomAttribute tag=\"7FE00010\" vr=\"OB\"><InlineBinary>\nAQID\nBA==\n</InlineBinary></DicomAttribute>");
        assertArrayEquals(new byte[] {1, 2, 3, 4}, set.getBytes(Tag.PixelData));
    }

    @Test
    void unknownElementsShouldBePassedOver() throws IOException {
        Attributes set = readElements("<Extra><More/></Extra><DicomAttribute tag=\"00280010\" vr=\"US\"><Note>n</Note>"
                + "<Value>5</Value></DicomAttribute>");
        assertEquals(5, set.getInt(Tag.Rows, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<DicomAttribute tag=\"0028\" vr=\"US\"/>",
                "<DicomAttribute vr=\"US\"/>",
                "<DicomAttribute tag=\"00280010\" vr=\"XX\"/>",
                "<DicomAttribute tag=\"00280010\" vr=\"US\"><Value number=\"1\">many</Value></DicomAttribute>",
                "<DicomAttribute tag=\"00280010\" vr=\"US\"><Value number=\"0\">1</Value></DicomAttribute>",
                "<DicomAttribute tag=\"00280010\" vr=\"US\"><Value number=\"2000000000\">1</Value></DicomAttribute>",
                "<DicomAttribute tag=\"00280010\" vr=\"US\"><BulkData/></DicomAttribute>",
                "<DicomAttribute tag=\"00081110\" vr=\"SQ\"><Value number=\"1\">x</Value></DicomAttribute>",
                "text that belongs nowhere",
                "<unclosed>"
            })
    void whatIsNoModelShouldBeRefused(String elements) {
        assertThrows(DicomModelException.class, () -> readElements(elements));
    }

    @Test
    void documentTypeShouldBeRefused() {
        String xml = "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><NativeDicomModel>&e;</NativeDicomModel>";
        assertThrows(DicomModelException.class, () -> read(xml));
    }

    @Test
    void deepNestingShouldBeRefused() {
        String open = "<DicomAttribute tag=\"00081110\" vr=\"SQ\"><Item number=\"1\">";
        String close = "</Item></DicomAttribute>";
        assertThrows(DicomModelException.class, () -> readElements(open.repeat(70) + close.repeat(70)));
    }
}
