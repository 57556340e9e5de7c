package org.aegle.dicom.deidentify;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.dictionary.ElementDictionary;
import org.aegle.dicom.dictionary.TextTable;
import org.aegle.dicom.io.DicomObject;
import org.aegle.dicom.io.DicomReader;
import org.aegle.dicom.io.DicomWriter;
import org.aegle.dicom.io.FileMetaInformation;
import org.aegle.dicom.io.TransferSyntax;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Of an object that says who it is in every place it can, nothing comes out. */
class CanaryTest {
    private static final ProjectKey KEY = new ProjectKey(new byte[32]);

    /** Every element of the table, private blocks, overlays, a tree of content and items within items. */
    private static Attributes planted(DeidentificationProfile profile) {
        Attributes set = new Attributes();
        for (String[] row : TextTable.read(ConfidentialityTable.class, "confidentiality.txt")) {
            int tag = Integer.parseUnsignedInt(row[0].replace('X', '0'), 16);
            boolean retained = ConfidentialityTable.standard().rule(tag).action(profile.options()) == Action.KEEP;
            if (!retained && tag >>> 16 != 0x0002) {
                Canary.plant(set, tag, ElementDictionary.standard().vr(tag));
            }
        }
        set.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192");
        set.setString(Tag.SOPClassUID, VR.UI, UID.ComprehensiveSRStorage);
        set.setString(0x0011_0010, VR.LO, "GEMS_CANARY_01");
        set.setString(0x0011_1001, VR.LT, Canary.TEXT);
        set.setString(0x0045_0010, VR.LO, "GEMS_HELIOS_01");
        set.setInt(0x0045_1001, VR.SS, 16);
        set.setString(0x0045_1007, VR.LO, Canary.TEXT);
        set.newSequence(0x0045_1008, 1).newItem().setString(Tag.PatientName, VR.PN, Canary.TEXT);
        set.setBytes(0x5002_3000, VR.OW, Canary.TEXT.getBytes(StandardCharsets.US_ASCII));
        set.setString(0x6004_4000, VR.LT, Canary.TEXT);
        set.setString(0x6004_1500, VR.LO, Canary.TEXT);
        set.setBytes(0x6004_3000, VR.OW, Canary.TEXT.getBytes(StandardCharsets.US_ASCII));
        plantContent(set);
        Attributes deep = set.newSequence(Tag.SharedFunctionalGroupsSequence, 1).newItem();
        for (int i = 0; i < 5; i++) {
            deep.setString(Tag.PatientComments, VR.LT, Canary.TEXT);
            deep = deep.newSequence(Tag.DerivationImageSequence, 1).newItem();
        }
        deep.setString(Tag.OperatorsName, VR.PN, Canary.TEXT);
        return set;
    }

    private static void plantContent(Attributes set) {
        var items = set.newSequence(Tag.ContentSequence, 4);
        Attributes text = items.newItem();
        text.setString(Tag.ValueType, VR.CS, "TEXT");
        text.newSequence(Tag.ConceptNameCodeSequence, 1).add(CodedEntries.code("121071", "DCM", "Finding"));
        text.setString(Tag.TextValue, VR.UT, Canary.TEXT + " has a cold");
        Attributes code = items.newItem();
        code.setString(Tag.ValueType, VR.CS, "CODE");
        code.newSequence(Tag.ConceptCodeSequence, 1).add(CodedEntries.code(Canary.TEXT, "99LOCAL", Canary.CODE));
        Attributes birth = items.newItem();
        birth.newSequence(Tag.ConceptNameCodeSequence, 1).add(CodedEntries.code("121031", "DCM", "Birth Date"));
        birth.setString(Tag.Date, VR.DA, "19501224");
        Attributes container = items.newItem();
        container.setString(Tag.ValueType, VR.CS, "CONTAINER");
        container.newSequence(Tag.ContentSequence, 1).newItem().setString(Tag.PersonName, VR.PN, Canary.TEXT);
    }

    private static byte[] file(Attributes set, TransferSyntax syntax) throws IOException {
        FileMetaInformation meta = FileMetaInformation.of(set, syntax);
        meta.attributes().setString(Tag.SourceApplicationEntityTitle, VR.AE, Canary.TEXT);
        meta.attributes().setString(Tag.PrivateInformationCreatorUID, VR.UI, "1.2.3.4.777");
        meta.attributes().setBytes(Tag.PrivateInformation, VR.OB, Canary.TEXT.getBytes(StandardCharsets.US_ASCII));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DicomWriter().write(meta, set, out);
        byte[] file = out.toByteArray();
        System.arraycopy(Canary.TEXT.getBytes(StandardCharsets.US_ASCII), 0, file, 0, 6);
        return file;
    }

    private static byte[] deidentified(byte[] file, DeidentificationProfile profile) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Deidentifier(profile, KEY).deidentify(ObjectSource.of(file), out);
        return out.toByteArray();
    }

    private static boolean contains(byte[] bytes, String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).contains(text);
    }

    @ParameterizedTest
    @EnumSource(ProfileOption.class)
    void noCanaryShouldComeOut(ProfileOption option) throws IOException {
        DeidentificationProfile profile = DeidentificationProfile.basic(option);
        byte[] file = file(planted(profile), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        assertTrue(contains(file, Canary.TEXT) && contains(file, Canary.UID) && contains(file, "19501224"));
        byte[] out = deidentified(file, profile);
        assertFalse(contains(out, Canary.TEXT), "text");
        assertFalse(contains(out, Canary.NUMBER), "number");
        assertFalse(contains(out, "19501224"), "date of birth");
        assertFalse(contains(out, Canary.DATE), "date");
        assertFalse(contains(out, Canary.UID), "identifier");
        assertArrayEquals(new byte[128], Arrays.copyOf(out, 128), "preamble");
        DicomObject object = new DicomReader().read(new ByteArrayInputStream(out));
        assertEquals("YES", object.dataset().getString(Tag.PatientIdentityRemoved));
        assertEquals(
                object.dataset().getString(Tag.SOPInstanceUID),
                object.findFileMetaInformation().orElseThrow().mediaStorageSopInstanceUid());
    }

    @ParameterizedTest
    @ValueSource(strings = {UID.ImplicitVRLittleEndian, UID.ExplicitVRBigEndian, UID.DeflatedExplicitVRLittleEndian})
    void noCanaryShouldComeOutOfOtherEncodings(String uid) throws IOException {
        TransferSyntax syntax = TransferSyntax.find(uid).orElseThrow();
        DeidentificationProfile profile = DeidentificationProfile.basic(
                ProfileOption.CLEAN_STRUCTURED_CONTENT, ProfileOption.CLEAN_DESCRIPTORS, ProfileOption.CLEAN_GRAPHICS);
        byte[] out = deidentified(file(planted(profile), syntax), profile);
        DicomObject object = new DicomReader().read(new ByteArrayInputStream(out));
        assertEquals(syntax, object.transferSyntax());
        assertFalse(contains(out, Canary.TEXT));
        assertFalse(object.dataset().toString(10_000).contains(Canary.TEXT));
    }

    @Test
    void safePrivateElementsShouldStayWithTheirCreatorAlone() throws IOException {
        DeidentificationProfile profile = DeidentificationProfile.basic(ProfileOption.RETAIN_SAFE_PRIVATE);
        Attributes out =
                new Deidentifier(profile, KEY).deidentify(planted(profile)).dataset();
        assertEquals(16, out.getInt(0x0045_1001, 0));
        assertEquals("GEMS_HELIOS_01", out.getString(0x0045_0010));
        assertFalse(out.contains(0x0045_1007) || out.contains(0x0045_1008) || out.contains(0x0011_0010));
        DeidentificationProfile wider =
                profile.withSafePrivateElements(SafePrivateElements.standard().with("GEMS_HELIOS_01", 0x0045_0008));
        Attributes more =
                new Deidentifier(wider, KEY).deidentify(planted(profile)).dataset();
        assertTrue(more.containsValue(0x0045_1008), "the item stays, its name is cleaned");
        assertFalse(more.toString(10_000).contains(Canary.TEXT));
    }
}
