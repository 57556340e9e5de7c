package org.aegle.dicom.deidentify;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.stream.Stream;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Sequence;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.dictionary.ElementDictionary;
import org.aegle.dicom.dictionary.TextTable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every row of table E.1-1 does what its letters say, under the basic profile and under each option. */
class ConfidentialityTableTest {
    private static final ProjectKey KEY = new ProjectKey(new byte[32]);

    /** A row of the table with the letters as they stand there. */
    private record Row(int tag, String basic, String options, String name) {
        String letters(String option) {
            return Stream.of(options.split(","))
                    .filter(cell -> cell.startsWith(option + "="))
                    .map(cell -> cell.substring(cell.indexOf('=') + 1))
                    .findFirst()
                    .orElse(basic);
        }

        VR vr() {
            VR vr = ElementDictionary.standard().vr(tag);
            return vr == VR.UN && tag >>> 24 == 0x50 ? VR.OW : vr;
        }
    }

    private static List<Row> rows() {
        return TextTable.read(ConfidentialityTable.class, "confidentiality.txt").stream()
                .map(cells -> new Row(
                        Integer.parseUnsignedInt(cells[0].replace('X', '0'), 16)
                                | (cells[0].endsWith("XXXX") ? 0x10 : 0),
                        cells[1],
                        cells[2],
                        cells[3]))
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> elementsShouldBeTreatedAsTheTableSays() {
        return rows().stream()
                .map(row -> dynamicTest("%08X %s".formatted(row.tag(), row.name()), () -> checkAllOptions(row)));
    }

    private static void checkAllOptions(Row row) throws DeidentificationRefused {
        check(row, row.basic(), DeidentificationProfile.basic());
        for (ProfileOption option : ProfileOption.values()) {
            check(row, row.letters(option.code()), DeidentificationProfile.basic(option));
        }
    }

    private static void check(Row row, String letters, DeidentificationProfile profile) throws DeidentificationRefused {
        Attributes set = new Attributes();
        set.setString(Tag.SOPClassUID, VR.UI, UID.CTImageStorage);
        Canary.plant(set, row.tag(), row.vr());
        if (row.tag() == Tag.TimezoneOffsetFromUTC) {
            set.setString(row.tag(), VR.SH, "+0930");
        }
        Attributes out = new Deidentifier(profile, KEY).deidentify(set).dataset();
        check(row, letters, set, out, profile);
        boolean stays = letters.equals("K") && row.vr() == VR.UI;
        assertTrue(stays || profile.has(ProfileOption.RETAIN_UIDS) || !contains(out, Canary.UID), "identifiers map");
        if (row.vr() == VR.SQ) {
            boolean itemsStay = letters.equals("K") || letters.endsWith("U*");
            assertFalse(contains(out, Canary.TEXT));
            assertTrue(itemsStay || !contains(out, Canary.CODE));
        }
    }

    private static boolean contains(Attributes out, String canary) {
        return out.toString(1000).contains(canary);
    }

    private static void check(
            Row row, String letters, Attributes set, Attributes out, DeidentificationProfile profile) {
        int tag = row.tag();
        switch (letters) {
            case "X" -> assertFalse(out.contains(tag), "removed");
            case "Z" -> assertTrue(out.contains(tag) && !out.containsValue(tag), "empty");
            case "X/Z" -> assertFalse(out.containsValue(tag), "removed or empty");
            case "D", "X/D", "Z/D", "X/Z/D" -> {
                assertTrue(out.containsValue(tag), "a dummy");
                assertTrue(row.vr() == VR.SQ || !set.filtered(t -> t == tag).equals(out.filtered(t -> t == tag)));
            }
            case "U", "X/Z/U*" -> checkMapped(row, out);
            case "K" -> {
                if (row.vr() != VR.SQ) {
                    assertEquals(set.filtered(t -> t == tag), out.filtered(t -> t == tag), "kept");
                } else {
                    assertTrue(out.containsValue(tag));
                }
            }
            case "C" -> checkCleaned(row, set, out, profile);
            default -> throw new AssertionError("no letters " + letters);
        }
    }

    private static void checkMapped(Row row, Attributes out) {
        String mapped = new UidMapping(KEY).map(Canary.UID);
        String uid = row.vr() == VR.SQ
                ? out.findItem(row.tag()).orElseThrow().getString(Tag.ReferencedSOPInstanceUID)
                : out.getString(row.tag());
        assertEquals(mapped, uid);
    }

    /** Texts have no cleaner here and planes are never kept: the basic action holds. */
    private static void checkCleaned(Row row, Attributes set, Attributes out, DeidentificationProfile profile) {
        int tag = row.tag();
        switch (row.vr()) {
            case DA, DT -> {
                assertTrue(out.containsValue(tag));
                assertFalse(out.getString(tag).startsWith(Canary.DATE));
                assertEquals(set.getString(tag).substring(8), out.getString(tag).substring(8));
            }
            case TM -> assertEquals(Canary.TIME, out.getString(tag));
            case SH -> {
                if (tag == Tag.TimezoneOffsetFromUTC) {
                    assertEquals("+0930", out.getString(tag));
                } else {
                    check(row, row.basic(), set, out, profile);
                }
            }
            case SQ -> {
                Sequence items = out.getSequence(tag);
                assertEquals(1, items.size());
            }
            default -> check(row, row.basic(), set, out, profile);
        }
    }

    @TestFactory
    Stream<DynamicTest> elementsBeyondTheTableShouldBeTreatedByKind() {
        return Stream.of(
                        new Row(Tag.EvaluatorName, "D", "-", "a name"),
                        new Row(Tag.StudyUpdateDateTime, "D", "113106=K,113107=C", "a date"),
                        new Row(Tag.SecondaryReviewTime, "D", "113106=K,113107=C", "a time"),
                        new Row(Tag.AssertionUID, "U", "113110=K", "an identifier of an instance"),
                        new Row(Tag.CodingSchemeUID, "K", "-", "an identifier of a terminology"),
                        new Row(Tag.ReferencedSOPClassUID, "K", "-", "an identifier of a class"),
                        new Row(Tag.KVP, "K", "-", "a figure"),
                        new Row(Tag.MoveOriginatorApplicationEntityTitle, "X", "-", "an element of commands"),
                        new Row(0x0018_FFF0, "X", "-", "an element that nobody knows"))
                .flatMap(row -> Stream.of(
                                ProfileOption.RETAIN_SAFE_PRIVATE,
                                ProfileOption.RETAIN_FULL_DATES,
                                ProfileOption.RETAIN_MODIFIED_DATES,
                                ProfileOption.RETAIN_UIDS)
                        .map(option -> dynamicTest(row.name() + ' ' + option, () -> {
                            Attributes set = new Attributes();
                            Canary.plant(set, row.tag(), row.vr());
                            DeidentificationProfile profile = DeidentificationProfile.basic(option);
                            Attributes out = new Deidentifier(profile, KEY)
                                    .deidentify(set)
                                    .dataset();
                            check(row, row.letters(option.code()), set, out, profile);
                        })));
    }

    @TestFactory
    Stream<DynamicTest> emptyElementsShouldStayEmptyOrGo() {
        return rows().stream()
                .map(row -> dynamicTest(row.name(), () -> {
                    Attributes set = new Attributes();
                    set.setNull(row.tag(), row.vr());
                    Attributes out = new Deidentifier(DeidentificationProfile.basic(), KEY)
                            .deidentify(set)
                            .dataset();
                    assertTrue(row.basic().startsWith("X/Z") || !row.basic().equals("X") == out.contains(row.tag()));
                    assertFalse(out.containsValue(row.tag()));
                    assertArrayEquals(new byte[0], out.getBytes(row.tag()));
                }));
    }
}
