package org.aegle.dicom.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.BulkData;
import org.aegle.dicom.data.BulkDataReference;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DicomJsonTest {
    private final Attributes set = new Attributes();

    private static String json(DicomJsonWriter writer, Attributes set) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(set, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private void assertJson(String expected) throws IOException {
        assertEquals(expected, json(new DicomJsonWriter(), set));
        assertEquals(expected, json(new DicomJsonWriter(), read(expected).get(0)));
    }

    private static List<Attributes> read(String json) throws IOException {
        return new DicomJsonReader().read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void namesShouldBeInGroups() throws IOException {
        set.setString(Tag.SpecificCharacterSet, VR.CS, "ISO 2022 IR 6", "ISO 2022 IR 87");
        set.setString(Tag.PatientName, VR.PN, "Yamada^Tarou=山田^太郎");
        set.setString(Tag.OtherPatientNames, VR.PN, "A", "", "=山");
        assertJson("{\"00080005\":{\"vr\":\"CS\",\"Value\":[\"ISO_IR 192\"]},"
                + "\"00100010\":{\"vr\":\"PN\",\"Value\":[{\"Alphabetic\":\"Yamada^Tarou\",\"Ideographic\":\"山田^太郎\"}]},"
                + "\"00101001\":{\"vr\":\"PN\",\"Value\":[{\"Alphabetic\":\"A\"},null,{\"Ideographic\":\"山\"}]}}");
    }

    @Test
    void numbersShouldBeNumbersWhereTheyCan() throws IOException {
        set.setString(Tag.PixelSpacing, VR.DS, "0.50", "+1.5", ".5", "1e3");
        set.setString(Tag.NumberOfFrames, VR.IS, "007");
        set.setString(Tag.SliceThickness, VR.DS, "thin");
        assertJson("{\"00180050\":{\"vr\":\"DS\",\"Value\":[\"thin\"]},"
                + "\"00280008\":{\"vr\":\"IS\",\"Value\":[7]},"
                + "\"00280030\":{\"vr\":\"DS\",\"Value\":[0.50,1.5,0.5,1e3]}}");
    }

    @Test
    void binaryNumbersShouldKeepTheirValue() throws IOException {
        set.setLong(Tag.SelectorSVValue, VR.SV, 1L << 53, -(1L << 53) - 1);
        set.setLong(Tag.SelectorUVValue, VR.UV, -1);
        set.setDouble(Tag.SelectorFDValue, VR.FD, 0.1, Double.NaN, Double.NEGATIVE_INFINITY);
        set.setInt(Tag.SelectorATValue, VR.AT, Tag.PatientName);
        assertJson("{\"00720060\":{\"vr\":\"AT\",\"Value\":[\"00100010\"]},"
                + "\"00720074\":{\"vr\":\"FD\",\"Value\":[0.1,\"NaN\",\"-Infinity\"]},"
                + "\"00720082\":{\"vr\":\"SV\",\"Value\":[9007199254740992,\"-9007199254740993\"]},"
                + "\"00720083\":{\"vr\":\"UV\",\"Value\":[\"18446744073709551615\"]}}");
    }

    @Test
    void emptyElementsAndItemsShouldStay() throws IOException {
        set.setNull(Tag.PatientID, VR.LO);
        set.newSequence(Tag.ReferencedStudySequence, 0);
        set.newSequence(Tag.RequestAttributesSequence, 1).newItem();
        set.setString(Tag.ImageType, VR.CS, "ORIGINAL", "", "AXIAL");
        set.setLong(0x00180000, VR.UL, 12);
        assertJson("{\"00080008\":{\"vr\":\"CS\",\"Value\":[\"ORIGINAL\",null,\"AXIAL\"]},"
                + "\"00081110\":{\"vr\":\"SQ\"},\"00100020\":{\"vr\":\"LO\"},"
                + "\"00400275\":{\"vr\":\"SQ\",\"Value\":[{}]}}");
    }

    @Test
    void bytesShouldBeInlineUpToTheLimit() throws IOException {
        DicomJsonWriter writer = new DicomJsonWriter(path -> Optional.of("bulkdata/" + path), 3);
        set.setBytes(0x00091001, VR.OB, new byte[] {1, 2, 3});
        Attributes item = set.newSequence(Tag.IconImageSequence, 1).newItem();
        item.setBytes(Tag.PixelData, VR.OB, new byte[] {1, 2, 3, 4});
        set.setValue(Tag.PixelData, VR.OW, new BulkData(VR.OW, 400, 10, false));
        String expected = "{\"00091001\":{\"vr\":\"OB\",\"InlineBinary\":\"AQID\"},"
                + "\"00880200\":{\"vr\":\"SQ\",\"Value\":[{\"7FE00010\":"
                + "{\"vr\":\"OB\",\"BulkDataURI\":\"bulkdata/00880200/1/7FE00010\"}}]},"
                + "\"7FE00010\":{\"vr\":\"OW\",\"BulkDataURI\":\"bulkdata/7FE00010\"}}";
        assertEquals(expected, json(writer, set));
        Attributes again = read(expected).get(0);
        assertEquals(new BulkDataReference(VR.OW, "bulkdata/7FE00010"), again.getValue(Tag.PixelData));
        assertArrayEquals(new byte[] {1, 2, 3}, again.getBytes(0x00091001));
        assertEquals(expected, json(writer, again));
    }

    @Test
    void valuesWithoutUriShouldBeLeftOut() throws IOException {
        set.setValue(Tag.PixelData, VR.OW, new BulkData(VR.OW, 400, 10, false));
        assertJson("{}");
    }

    @Test
    void arraysShouldBeWrittenAndReadOneByOne() throws IOException {
        set.setString(Tag.PatientID, VR.LO, "1");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DicomJsonWriter().writeArray(List.of(set, new Attributes(set)).iterator(), out);
        assertEquals(List.of(set, set), read(out.toString(StandardCharsets.UTF_8)));
        assertEquals(List.of(), read("[]"));
    }

    @Test
    void membersShouldComeInAnyOrder() throws IOException {
        Attributes read = read("{\"00280010\":{\"Value\":[512],\"vr\":\"US\"},\"00100020\":{\"Value\":[\"x\"]}}")
                .get(0);
        assertEquals(512, read.getInt(Tag.Rows, 0));
        assertEquals(VR.LO, read.getVR(Tag.PatientID));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "3",
                "[1]",
                "{\"PatientID\":{\"vr\":\"LO\"}}",
                "{\"00100020\":[]}",
                "{\"00100020\":{\"vr\":\"QQ\"}}",
                "{\"00100020\":{\"vr\":\"LO\",\"Value\":\"x\"}}",
                "{\"00280010\":{\"vr\":\"US\",\"Value\":[\"x\"]}}",
                "{\"00081110\":{\"vr\":\"SQ\",\"Value\":[\"x\"]}}",
                "{\"00100020\":{\"vr\":\"LO\",\"Value\":[{\"00100020\":{\"vr\":\"LO\"}}]}}",
                "{\"7FE00010\":{\"vr\":\"OB\",\"InlineBinary\":\"***\"}}",
                "{\"00100020\":"
            })
    void otherTextShouldBeRefused(String json) {
        assertThrows(DicomModelException.class, () -> read(json));
    }

    @Test
    void nestingShouldBeLimited() {
        String open = "{\"00081110\":{\"vr\":\"SQ\",\"Value\":[";
        assertThrows(DicomModelException.class, () -> read(open.repeat(300)));
    }

    @Test
    void pathsShouldReadAsWritten() {
        ElementPath path = new ElementPath(List.of(new ElementPath.Item(Tag.IconImageSequence, 2)), Tag.PixelData);
        assertEquals("00880200/2/7FE00010", path.toString());
        assertEquals(path, ElementPath.parse("00880200/2/7FE00010"));
        assertThrows(IllegalArgumentException.class, () -> ElementPath.parse("00880200/2"));
        assertThrows(IllegalArgumentException.class, () -> ElementPath.parse("../etc"));
    }
}
