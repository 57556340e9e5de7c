package org.aegle.dicom.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.aegle.dicom.corpus.Corpus.CorpusFile;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Sequence;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.deidentify.DeidentificationProfile;
import org.aegle.dicom.deidentify.DeidentificationRefused;
import org.aegle.dicom.deidentify.Deidentifier;
import org.aegle.dicom.deidentify.ObjectSource;
import org.aegle.dicom.deidentify.PixelRegion;
import org.aegle.dicom.deidentify.ProfileOption;
import org.aegle.dicom.deidentify.ProjectKey;
import org.aegle.dicom.io.ByteRange;
import org.aegle.dicom.io.DicomObject;
import org.aegle.dicom.io.DicomReader;
import org.aegle.dicom.io.FrameIndex;
import org.aegle.dicom.io.ReadLimits;
import org.aegle.dicom.io.TransferSyntax;
import org.aegle.dicom.tool.Dciodvfy;
import org.aegle.dicom.tool.ExternalTool;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** Real objects come out without the names and numbers of those they show, and as valid as they went in. */
@EnabledIfEnvironmentVariable(named = "AEGLE_TEST_DATA", matches = ".+", disabledReason = "no corpus at hand")
class CorpusDeidentifyTest {
    private static final DicomReader READER = new DicomReader(ReadLimits.DEFAULT.withDepth(128));
    private static final ProjectKey KEY = new ProjectKey(new byte[32]);
    private static final DeidentificationProfile BASIC = DeidentificationProfile.basic();
    private static final DeidentificationProfile USEFUL = DeidentificationProfile.basic(
            ProfileOption.RETAIN_MODIFIED_DATES,
            ProfileOption.RETAIN_PATIENT_CHARACTERISTICS,
            ProfileOption.RETAIN_DEVICE_IDENTITY,
            ProfileOption.RETAIN_SAFE_PRIVATE,
            ProfileOption.CLEAN_DESCRIPTORS,
            ProfileOption.CLEAN_STRUCTURED_CONTENT,
            ProfileOption.CLEAN_GRAPHICS);

    @TempDir
    private Path folder;

    private static Stream<CorpusFile> files() {
        return Corpus.open().good().stream().filter(file -> !file.name().startsWith("dicomdir/DICOMDIR"));
    }

    private static DicomObject read(byte[] bytes) throws IOException {
        return READER.read(new ByteArrayInputStream(bytes));
    }

    /** The object, de-identified; empty where its annotations are burned in. */
    private static Optional<byte[]> deidentified(byte[] bytes, DeidentificationProfile profile) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new Deidentifier(profile, KEY, READER).deidentify(ObjectSource.of(bytes), out);
            return Optional.of(out.toByteArray());
        } catch (DeidentificationRefused refused) {
            String burnedIn = read(bytes).dataset().getString(Tag.BurnedInAnnotation);
            boolean directory = refused.reason() == DeidentificationRefused.Reason.MEDIA_DIRECTORY;
            assertTrue(directory || burnedIn.equals("YES"), refused.getMessage());
            return Optional.empty();
        }
    }

    @TestFactory
    Stream<DynamicTest> namesAndNumbersShouldBeGone() {
        return files().map(file -> dynamicTest(file.name(), () -> {
            byte[] bytes = file.bytes();
            Set<String> canaries = new HashSet<>();
            collect(read(bytes).dataset(), canaries);
            drop(read(bytes).dataset(), canaries);
            for (DeidentificationProfile profile : List.of(BASIC, USEFUL)) {
                Optional<byte[]> out = deidentified(bytes, profile);
                if (out.isPresent()) {
                    String text = new String(out.get(), StandardCharsets.ISO_8859_1);
                    canaries.forEach(canary -> assertFalse(text.contains(canary), canary));
                }
            }
        }));
    }

    /** What also stands where it tells nothing of a person cannot be looked for. */
    private static void drop(Attributes set, Set<String> canaries) {
        for (int tag : set.tags()) {
            if (set.getValue(tag) instanceof Sequence items) {
                items.forEach(item -> drop(item, canaries));
            } else if (tag == Tag.Manufacturer || tag == Tag.SeriesNumber) {
                canaries.removeIf(set.getString(tag)::contains);
            }
        }
    }

    /** Names, identifiers of patients, instances, accession and comments that are long enough to stand for nothing else. */
    private static void collect(Attributes set, Set<String> canaries) {
        for (int tag : set.tags()) {
            if (set.getValue(tag) instanceof Sequence items) {
                items.forEach(item -> collect(item, canaries));
            } else if (set.getVR(tag) == VR.PN || isIdentifier(tag)) {
                String text = new String(set.getBytes(tag), StandardCharsets.ISO_8859_1).strip();
                boolean distinct = text.chars().distinct().count() > 3 && !isPublic(text);
                if (text.length() > 5 && distinct) {
                    canaries.add(text);
                }
            }
        }
    }

    private static boolean isIdentifier(int tag) {
        return switch (tag) {
            case Tag.PatientID,
                    Tag.AccessionNumber,
                    Tag.SOPInstanceUID,
                    Tag.StudyInstanceUID,
                    Tag.SeriesInstanceUID,
                    Tag.InstitutionName,
                    Tag.PatientAddress,
                    Tag.PatientComments -> true;
            default -> false;
        };
    }

    /** Identifiers that the standard assigns, and what former de-identifications put in place of names. */
    private static boolean isPublic(String text) {
        return text.startsWith("1.2.840.10008.")
                || Set.of("REMOVED", "UNKNOWN").contains(text.toUpperCase(Locale.ROOT));
    }

    @TestFactory
    Stream<DynamicTest> validatorShouldFindNoNewError() {
        return files().filter(file -> file.name().startsWith("modality/")
                        || file.name().startsWith("deidentify/")
                        || file.name().startsWith("private-and-nested/"))
                .filter(file -> !file.text("sop_class").isEmpty())
                .map(file -> dynamicTest(file.name(), () -> {
                    List<String> before = Dciodvfy.errors(file.path());
                    for (DeidentificationProfile profile : List.of(BASIC, USEFUL)) {
                        Optional<byte[]> out = deidentified(file.bytes(), profile);
                        if (out.isPresent()) {
                            Path clean = Files.write(folder.resolve("clean.dcm"), out.get());
                            List<String> news = Dciodvfy.errors(clean).stream()
                                    .filter(error -> !before.contains(error))
                                    .toList();
                            assertEquals(List.of(), news);
                            assertEquals(
                                    0,
                                    ExternalTool.run("dcmdump", "-q", clean.toString())
                                            .status());
                        }
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> burnedInTextShouldBecomeBlack() {
        DeidentificationProfile profile = DeidentificationProfile.basic(ProfileOption.CLEAN_PIXEL_DATA)
                .withPixelRegions(dataset -> List.of(new PixelRegion(0, 0, 40, 20)));
        return files().filter(file -> file.name().startsWith("deidentify/"))
                .filter(file -> file.text("transfer_syntax").equals(UID.JPEGBaseline8Bit))
                .map(file -> dynamicTest(file.name(), () -> {
                    byte[] out = deidentified(file.bytes(), profile).orElseThrow();
                    DicomObject object = read(out);
                    assertEquals(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, object.transferSyntax());
                    assertEquals("NO", object.dataset().getString(Tag.BurnedInAnnotation));
                    FrameIndex index = FrameIndex.of(object);
                    assertEquals(List.of(), index.findings());
                    ByteRange frame = index.frame(1).get(0);
                    int row = object.dataset().getInt(Tag.Columns, 0)
                            * object.dataset().getInt(Tag.SamplesPerPixel, 1);
                    int first = (int) frame.offset();
                    boolean ybr = object.dataset()
                            .getString(Tag.PhotometricInterpretation)
                            .equals("YBR_FULL");
                    byte[] black = ybr ? new byte[] {0, (byte) 128, (byte) 128} : new byte[3];
                    for (int i = 0; i < 40 * 3; i++) {
                        assertEquals(black[i % 3], out[first + i]);
                        assertEquals(black[i % 3], out[first + 19 * row + i]);
                    }
                    byte[] below = Arrays.copyOfRange(out, first + 20 * row, (int) frame.end());
                    assertTrue(new String(below, StandardCharsets.ISO_8859_1)
                                    .chars()
                                    .distinct()
                                    .count()
                            > 20);
                    Path clean = Files.write(folder.resolve("clean.dcm"), out);
                    List<String> before = Dciodvfy.errors(file.path());
                    assertEquals(
                            List.of(),
                            Dciodvfy.errors(clean).stream()
                                    .filter(error -> !before.contains(error))
                                    .toList());
                }));
    }
}
