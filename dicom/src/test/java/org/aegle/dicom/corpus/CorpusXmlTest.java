package org.aegle.dicom.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.aegle.dicom.corpus.Corpus.CorpusFile;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.PersonName;
import org.aegle.dicom.data.PrivateBlocks;
import org.aegle.dicom.data.Sequence;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.io.DicomReader;
import org.aegle.dicom.json.NativeModelReader;
import org.aegle.dicom.json.NativeModelWriter;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Every file of the corpus goes through the Native DICOM Model and back, and dcmtk's own model of it reads the same. */
@EnabledIfEnvironmentVariable(named = "AEGLE_TEST_DATA", matches = ".+", disabledReason = "no corpus at hand")
class CorpusXmlTest {
    private static final NativeModelWriter WRITER =
            new NativeModelWriter(path -> Optional.of("bulkdata/" + path), 1024);
    private static final NativeModelReader READER = new NativeModelReader();

    private static Stream<CorpusFile> files() {
        return Corpus.open().good().stream()
                .filter(file ->
                        !file.name().contains("nooffset") && !file.name().contains("nested-100"));
    }

    @TestFactory
    Stream<DynamicTest> modelShouldReadBackAndWriteTheSameModel() {
        return files().map(file -> dynamicTest(file.name(), () -> {
            byte[] xml = xml(read(file));
            assertEquals(text(xml), text(xml(READER.read(new ByteArrayInputStream(xml)))));
        }));
    }

    @TestFactory
    Stream<DynamicTest> modelOfDcmtkShouldHaveTheSameValues() {
        return files().filter(file -> !isMultiByte(file))
                .map(file -> dynamicTest(file.name(), () -> {
                    Process dcm2xml = new ProcessBuilder(
                                    "dcm2xml", "-q", "-nat", file.path().toString())
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
                    byte[] xml = dcm2xml.getInputStream().readAllBytes();
                    if (dcm2xml.waitFor() == 0) {
                        Attributes theirs = READER.read(new ByteArrayInputStream(xml));
                        assertEquals(values(theirs), values(read(file)));
                    }
                }));
    }

    /** Their bytes dcmtk writes as they are, and that is no XML. */
    private static boolean isMultiByte(CorpusFile file) {
        try {
            // Its items have character sets of their own.
            if (file.name().endsWith("chrSQEncoding.dcm")) {
                return true;
            }
            String[] terms = read(file).getStrings(Tag.SpecificCharacterSet);
            return terms.length > 1 || terms.length == 1 && terms[0].startsWith("GB");
        } catch (IOException e) {
            throw new UncheckedIOException(file.name(), e);
        }
    }

    /** Text of all values that are text or numbers, in their order. */
    private static List<String> values(Attributes set) {
        List<String> values = new ArrayList<>();
        for (int tag : set.tags()) {
            VR vr = set.getVR(tag);
            if (set.getValue(tag) instanceof Sequence items) {
                items.forEach(item -> values.addAll(values(item)));
            } else if (isCompared(tag, vr)) {
                values.add("%08X %s".formatted(tag, text(set, tag, vr)));
            }
        }
        return values;
    }

    /** The character set is always UTF-8 in XML, and the blocks of private elements are the reader's to choose. */
    private static boolean isCompared(int tag, VR vr) {
        boolean groupLength = (tag & 0xFFFF) == 0;
        return !vr.isBytes() && !groupLength && tag != Tag.SpecificCharacterSet && !PrivateBlocks.isPrivate(tag);
    }

    /** Both may end a name without its last delimiters and a number after more or fewer digits. */
    private static String text(Attributes set, int tag, VR vr) {
        if (vr == VR.FD || vr == VR.FL) {
            return DoubleStream.of(set.getDoubles(tag))
                    .mapToObj("%.12g"::formatted)
                    .toList()
                    .toString();
        }
        Stream<String> strings = Stream.of(set.getStrings(tag));
        return (vr == VR.PN ? strings.map(CorpusXmlTest::name).filter(name -> !name.equals("=")) : strings)
                .toList()
                .toString();
    }

    /** Without the phonetic group, for which dcmtk repeats the ideographic one when it is empty. */
    private static String name(String text) {
        PersonName name = PersonName.parse(text);
        return name.alphabetic() + "=" + name.ideographic();
    }

    private static Attributes read(CorpusFile file) throws IOException {
        return new DicomReader().read(new ByteArrayInputStream(file.bytes())).dataset();
    }

    private static byte[] xml(Attributes dataset) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WRITER.write(dataset, out);
        return out.toByteArray();
    }

    private static String text(byte[] xml) {
        return new String(xml, StandardCharsets.UTF_8);
    }
}
