package org.aegle.dicom.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aegle.dicom.corpus.Corpus.CorpusFile;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.io.DicomReader;
import org.aegle.dicom.io.ReadLimits;
import org.aegle.dicom.json.DicomJsonReader;
import org.aegle.dicom.json.DicomJsonWriter;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Every file of the corpus goes through DICOM JSON and back. */
@EnabledIfEnvironmentVariable(named = "AEGLE_TEST_DATA", matches = ".+", disabledReason = "no corpus at hand")
class CorpusJsonTest {
    private static final DicomJsonWriter WRITER = new DicomJsonWriter(path -> Optional.of("bulkdata/" + path), 1024);

    @TestFactory
    Stream<DynamicTest> jsonShouldReadBackAndWriteTheSameJson() {
        return Corpus.open().good().stream()
                .filter(file ->
                        !file.name().contains("nooffset") && !file.name().contains("nested-100"))
                .map(file -> dynamicTest(file.name(), () -> {
                    Attributes dataset = read(file);
                    byte[] json = json(dataset);
                    List<Attributes> again = new DicomJsonReader().read(new ByteArrayInputStream(json));
                    assertEquals(1, again.size());
                    assertEquals(
                            dataset.getPersonName(Tag.PatientName), again.get(0).getPersonName(Tag.PatientName));
                    assertEquals(
                            new String(json, StandardCharsets.UTF_8),
                            new String(json(again.get(0)), StandardCharsets.UTF_8));
                }));
    }

    private static Attributes read(CorpusFile file) throws IOException {
        return new DicomReader(ReadLimits.DEFAULT)
                .read(new ByteArrayInputStream(file.bytes()))
                .dataset();
    }

    private static byte[] json(Attributes dataset) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WRITER.write(dataset, out);
        return out.toByteArray();
    }
}
