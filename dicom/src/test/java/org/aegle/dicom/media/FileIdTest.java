package org.aegle.dicom.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileIdTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "../etc/passwd",
                "DICOM/../../X",
                "/etc/passwd",
                "C:\\X",
                "A//B",
                "..",
                ".",
                "A\u0000B",
                "",
                "\\\\host\\share"
            })
    void placesOutsideOfTheFileSetShouldBeNone(String path) {
        assertTrue(FileId.ofPath(path).isEmpty());
    }

    @Test
    void placesOutsideOfTheFileSetShouldNotBeMade() {
        assertThrows(IllegalArgumentException.class, () -> FileId.of("DICOM", ".."));
        assertThrows(IllegalArgumentException.class, () -> FileId.of("DICOM/IM1"));
        assertThrows(IllegalArgumentException.class, () -> FileId.of());
    }

    @ParameterizedTest
    @CsvSource({
        "DICOM/PA000001/IM000001, true",
        "A/B/C/D/E/F/G/H, true",
        "A/B/C/D/E/F/G/H/I, false",
        "DICOM/IM0000001, false",
        "dicom/IM1, false",
        "DICOM/IM1.DCM, false",
    })
    void conformanceShouldBeThatOfTheStandard(String path, boolean conformant) {
        assertEquals(conformant, FileId.ofPath(path).orElseThrow().isConformant());
    }

    @ParameterizedTest
    @CsvSource({"dicom/im1, DICOM/IM1", "DICOM\\IM1;1, DICOM/IM1", "DICOM/IM1., DICOM/IM1"})
    void spellingsOfOneNameShouldBeTheSame(String spelling, String name) {
        assertEquals(name, FileId.ofPath(spelling).orElseThrow().normalized());
    }
}
