package org.aegle.dicom.deidentify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.aegle.dicom.phantom.BrainMr;
import org.aegle.dicom.phantom.ChestRadiograph;
import org.aegle.dicom.phantom.Phantom;
import org.aegle.dicom.phantom.PhantomPatient;
import org.aegle.dicom.phantom.PhantomStudy;
import org.aegle.dicom.phantom.SheppLoganHead;
import org.aegle.dicom.phantom.UltrasoundCine;
import org.aegle.dicom.tool.Dciodvfy;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Sound images are sound images still, whatever the options. */
class PhantomDeidentifyTest {
    private static final PhantomPatient PATIENT =
            new PhantomPatient("Lovelace^Ada", "MRN1", "AEGLE", LocalDate.of(1980, 12, 10), "F");
    private static final PhantomStudy STUDY = new PhantomStudy(
            "2.25.4711", LocalDateTime.of(2026, 3, 1, 9, 30), "ACC1", "Head", "Nightingale^Florence", "Aegle Hospital");

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> validatorShouldFindNoNewError() {
        return Stream.of(new SheppLoganHead(64, 2), new BrainMr(), new UltrasoundCine(), new ChestRadiograph())
                .map(phantom -> dynamicTest(phantom.getClass().getSimpleName(), () -> check(phantom)));
    }

    private void check(Phantom phantom) throws IOException {
        byte[] file = phantom.instances(PATIENT, STUDY).findFirst().orElseThrow();
        List<String> before = errors(file);
        for (ProfileOption option : ProfileOption.values()) {
            DeidentificationProfile profile = DeidentificationProfile.basic(option)
                    .withPixelRegions(dataset -> List.of(new PixelRegion(0, 0, 50, 10)));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new Deidentifier(profile, new ProjectKey(new byte[32])).deidentify(ObjectSource.of(file), out);
            List<String> news = errors(out.toByteArray()).stream()
                    .filter(error -> !before.contains(error))
                    .toList();
            assertEquals(List.of(), news, option.name());
        }
    }

    private List<String> errors(byte[] file) throws IOException {
        return Dciodvfy.errors(Files.write(folder.resolve("image.dcm"), file));
    }
}
