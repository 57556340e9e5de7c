package org.aegle.dicomweb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.aegle.imaging.ImagingLevel;
import org.junit.jupiter.api.Test;

/** The conformance statement names the matching keys that the tables in code have, each where it is added. */
class ConformanceStatementTest {
    private static final Path STATEMENT = Path.of("../docs/conformance-dicom.md");

    @Test
    void everyMatchingKeyShouldBeNamedAtItsLevel() throws IOException {
        assertEquals(ImagingLevel.STUDY.keys(), named("| study | "));
        assertEquals(added(ImagingLevel.SERIES, ImagingLevel.STUDY), named("| series | all of the study, "));
        assertEquals(
                added(ImagingLevel.INSTANCE, ImagingLevel.SERIES), named("| instance | all of study and series, "));
    }

    private static Set<String> added(ImagingLevel level, ImagingLevel above) {
        Set<String> added = new HashSet<>(level.keys());
        added.removeAll(above.keys());
        return added;
    }

    private static Set<String> named(String start) throws IOException {
        String row = Files.readAllLines(STATEMENT).stream()
                .filter(line -> line.startsWith(start))
                .findFirst()
                .orElseThrow();
        return Arrays.stream(row.substring(start.length()).replace("|", "").split(","))
                .map(String::strip)
                .collect(Collectors.toSet());
    }
}
