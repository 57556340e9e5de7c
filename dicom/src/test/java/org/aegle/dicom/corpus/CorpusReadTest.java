package org.aegle.dicom.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.aegle.dicom.corpus.Corpus.CorpusFile;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.BulkData;
import org.aegle.dicom.data.PersonName;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.io.DicomObject;
import org.aegle.dicom.io.DicomParseException;
import org.aegle.dicom.io.DicomReader;
import org.aegle.dicom.io.DicomWriter;
import org.aegle.dicom.io.FileMetaInformation;
import org.aegle.dicom.io.FrameIndex;
import org.aegle.dicom.io.ReadLimits;
import org.aegle.dicom.io.SequenceLength;
import org.aegle.dicom.io.TransferSyntax;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Every file of the corpus is read as independent readers read it. */
@EnabledIfEnvironmentVariable(named = "AEGLE_TEST_DATA", matches = ".+", disabledReason = "no corpus at hand")
class CorpusReadTest {
    /** Deeper than our limit on purpose. */
    private static final String DEEP = "private-and-nested/nested-100-levels.dcm";

    /** Its last directory record tells more bytes than the file has. */
    private static final String CUT_OFF = "dicomdir/DICOMDIR-nooffset";

    private static DicomReader reader(CorpusFile file) {
        return file.name().equals(DEEP) ? new DicomReader(ReadLimits.DEFAULT.withDepth(128)) : new DicomReader();
    }

    private static DicomObject read(CorpusFile file) throws IOException {
        return reader(file).read(new ByteArrayInputStream(file.bytes()));
    }

    private static Stream<DynamicTest> forEachGoodFile(Check check) {
        return Corpus.open().good().stream()
                .filter(file -> !file.name().equals(CUT_OFF))
                .map(file -> dynamicTest(file.name(), () -> check.on(file)));
    }

    @FunctionalInterface
    private interface Check {
        void on(CorpusFile file) throws IOException;
    }

    @TestFactory
    Stream<DynamicTest> metadataShouldEqualThatOfIndependentReaders() {
        return forEachGoodFile(file -> {
            DicomObject object = read(file);
            Attributes dataset = object.dataset();
            assertEquals(file.text("sop_uid"), dataset.getString(Tag.SOPInstanceUID));
            assertEquals(file.text("sop_class"), dataset.getString(Tag.SOPClassUID));
            assertEquals(file.text("study_uid"), dataset.getString(Tag.StudyInstanceUID));
            assertEquals(file.text("series_uid"), dataset.getString(Tag.SeriesInstanceUID));
            assertEquals(file.text("patient_id").strip(), dataset.getString(Tag.PatientID));
            assertEquals(file.text("accession"), dataset.getString(Tag.AccessionNumber));
            assertEquals(file.text("modality"), dataset.getString(Tag.Modality));
            assertEquals(file.number("rows", 0), dataset.getInt(Tag.Rows, 0));
            assertEquals(file.number("cols", 0), dataset.getInt(Tag.Columns, 0));
            assertEquals(file.number("bits_stored", 0), dataset.getInt(Tag.BitsStored, 0));
            assertEquals(name(file.text("patient_name")), dataset.getPersonName(Tag.PatientName));
            if (!file.text("transfer_syntax").isEmpty()) {
                assertEquals(
                        file.text("transfer_syntax"), object.transferSyntax().uid());
            }
        });
    }

    private static PersonName name(String text) {
        return PersonName.parse(text);
    }

    @TestFactory
    Stream<DynamicTest> frameIndexShouldHaveTheNumberOfFrames() {
        return forEachGoodFile(file -> {
            DicomObject object = read(file);
            FrameIndex index = FrameIndex.of(object);
            if (hasSeparableFrames(object)) {
                assertEquals(Math.max(1, file.number("frames", 1)), index.frameCount());
                assertEquals(index, FrameIndex.fromBytes(index.toBytes()));
            }
        });
    }

    /** Not those of video, and of images without size or pixels. */
    private static boolean hasSeparableFrames(DicomObject object) {
        Attributes dataset = object.dataset();
        boolean sized = dataset.containsValue(Tag.Rows) && dataset.containsValue(Tag.PixelData);
        return sized && !object.transferSyntax().isVideo();
    }

    @TestFactory
    Stream<DynamicTest> writtenDataSetShouldReadBackEqual() {
        return forEachGoodFile(file -> {
            byte[] bytes = file.bytes();
            DicomObject object = read(file);
            byte[] plain = object.transferSyntax().deflated()
                    ? new DicomReader()
                            .inflated(new ByteArrayInputStream(bytes), object.datasetOffset())
                            .readAllBytes()
                    : bytes;
            for (SequenceLength length : SequenceLength.values()) {
                byte[] written = write(object, plain, length);
                DicomObject again = reader(file).read(new ByteArrayInputStream(written));
                assertEquals(withoutReferences(object.dataset()), withoutReferences(again.dataset()));
                assertEquals(
                        FrameIndex.of(object).frameCount(), FrameIndex.of(again).frameCount());
            }
        });
    }

    static byte[] write(DicomObject object, byte[] plain, SequenceLength length) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TransferSyntax syntax = object.transferSyntax();
        new DicomWriter(length, value -> value(plain, value))
                .write(FileMetaInformation.of(object.dataset(), syntax), object.dataset(), out);
        return out.toByteArray();
    }

    private static InputStream value(byte[] plain, BulkData value) {
        return new ByteArrayInputStream(plain, (int) value.offset(), (int) value.length());
    }

    /** The places of long values move when a file is written anew. */
    private static Attributes withoutReferences(Attributes dataset) {
        Attributes copy = new Attributes();
        for (int tag : dataset.tags()) {
            boolean groupLength = (tag & 0xFFFF) == 0;
            if (!groupLength) {
                copyValue(dataset, tag, copy);
            }
        }
        return copy;
    }

    private static void copyValue(Attributes dataset, int tag, Attributes copy) {
        Object value = dataset.getValue(tag);
        if (dataset.findSequence(tag).isPresent()) {
            var items = copy.newSequence(tag, 1);
            dataset.getSequence(tag).forEach(item -> items.add(withoutReferences(new Attributes(item))));
        } else if (value instanceof byte[] bytes) {
            byte[] padded = bytes.length % 2 == 0 ? bytes : Arrays.copyOf(bytes, bytes.length + 1);
            copy.setBytes(tag, dataset.getVR(tag), dataset.getVR(tag).isString() ? bytes : padded);
        } else if (value instanceof String[] strings) {
            copy.setString(tag, dataset.getVR(tag), strings);
        } else {
            copy.setNull(tag, dataset.getVR(tag));
        }
    }

    @TestFactory
    Stream<DynamicTest> brokenFilesShouldBeReadOrRefusedQuickly() {
        return Corpus.open().all().stream()
                .filter(CorpusFile::knownBad)
                .map(file -> dynamicTest(
                        file.name(),
                        () -> assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
                            try {
                                FrameIndex.of(read(file));
                            } catch (DicomParseException refused) {
                                assertEquals(false, refused.getMessage().isBlank());
                            }
                        })));
    }

    @TestFactory
    Stream<DynamicTest> unreadableFilesShouldBeRefusedForTheirReason() {
        Corpus corpus = Corpus.open();
        return Stream.of(
                        new Refused("broken/empty.dcm", DicomParseException.Reason.NOT_DICOM),
                        new Refused("broken/only-preamble.dcm", DicomParseException.Reason.TRUNCATED),
                        new Refused("broken/length-1GB-lie.dcm", DicomParseException.Reason.TRUNCATED),
                        new Refused("broken/rtplan_truncated.dcm", DicomParseException.Reason.TRUNCATED),
                        new Refused(CUT_OFF, DicomParseException.Reason.TRUNCATED),
                        new Refused("broken/GH1339.dcm", DicomParseException.Reason.TRUNCATED),
                        new Refused(
                                "broken/unknown-transfer-syntax.dcm",
                                DicomParseException.Reason.UNSUPPORTED_TRANSFER_SYNTAX))
                .map(refused -> dynamicTest(refused.name(), () -> {
                    DicomParseException e =
                            assertThrows(DicomParseException.class, () -> read(corpus.file(refused.name())));
                    assertEquals(refused.reason(), e.reason());
                }));
    }

    private record Refused(String name, DicomParseException.Reason reason) {}

    @Test
    void nestingBeyondTheLimitShouldBeRefused() {
        byte[] deep = Corpus.open().file(DEEP).bytes();
        DicomParseException e =
                assertThrows(DicomParseException.class, () -> new DicomReader().read(new ByteArrayInputStream(deep)));
        assertEquals(DicomParseException.Reason.OVER_LIMIT, e.reason());
    }
}
