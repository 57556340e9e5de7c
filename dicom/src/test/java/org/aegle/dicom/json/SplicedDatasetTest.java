package org.aegle.dicom.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplicedDatasetTest {
    private final Attributes computed = new Attributes();

    @Test
    void writtenElementsShouldStandAmongThoseInMemoryInOrder() throws IOException {
        Attributes kept = new Attributes();
        kept.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192");
        kept.setString(Tag.PatientName, VR.PN, "Bra{ce^\"Quo\\te\"");
        kept.setString(Tag.StudyDescription, VR.LO, "a } in ] it");
        Attributes item = kept.newSequence(Tag.ProcedureCodeSequence, 1).newItem();
        item.setString(Tag.CodeValue, VR.SH, "P1");
        kept.setNull(Tag.AccessionNumber, VR.SH);
        computed.setString(Tag.StudyInstanceUID, VR.UI, "1.2.3");
        computed.setString(Tag.Modality, VR.CS, "CT");
        SplicedDataset spliced = new SplicedDataset(computed).with(json(kept), tag -> true);

        Attributes back = read(spliced);

        Attributes expected = new Attributes(kept);
        expected.setString(Tag.StudyInstanceUID, VR.UI, "1.2.3");
        expected.setString(Tag.Modality, VR.CS, "CT");
        assertEquals(expected, back);
        assertEquals(expected, spliced.read());
        assertEquals(json(expected), text(spliced));
    }

    @Test
    void onlyWantedElementsShouldBeTakenAndStrongerOnesWin() throws IOException {
        Attributes kept = new Attributes();
        kept.setString(Tag.AccessionNumber, VR.SH, "A");
        kept.setString(Tag.StudyID, VR.SH, "S");
        computed.setString(Tag.AccessionNumber, VR.SH, "B");

        Attributes back = read(new SplicedDataset(computed).with(json(kept), tag -> tag != Tag.StudyID));

        assertEquals(computed, back);
    }

    @Test
    void emptyDocumentShouldAddNothing() throws IOException {
        assertEquals(new Attributes(), read(new SplicedDataset(computed).with("{}", tag -> true)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[", "{\"00080050\":{\"vr\":\"SH\"}", "{\"00080050\":{\"vr\":\"SH"})
    void textThatIsNoDatasetShouldBeRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> new SplicedDataset(computed).with(text, tag -> true));
    }

    private static Attributes read(SplicedDataset spliced) throws IOException {
        return new DicomJsonReader()
                .read(new ByteArrayInputStream(("[" + text(spliced) + "]").getBytes(StandardCharsets.UTF_8)))
                .get(0);
    }

    private static String text(SplicedDataset spliced) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DicomJsonWriter().writeSpliced(List.of(spliced).iterator(), out);
        String array = out.toString(StandardCharsets.UTF_8);
        return array.substring(1, array.length() - 1);
    }

    private static String json(Attributes set) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DicomJsonWriter().write(set, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
