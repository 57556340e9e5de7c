package org.aegle.imaging.digitising;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.aegle.id.PatientId;
import org.aegle.patient.PartialDate;
import org.aegle.refusal.Invalid;
import org.aegle.refusal.Violation;
import org.junit.jupiter.api.Test;

class CaptureRulesTest {
    private static final PartialDate TODAY = PartialDate.of(LocalDate.now(ZoneOffset.UTC));
    private static final CapturedSeries HAND =
            new CapturedSeries(CaptureKind.FILM, "CR", "Title", "HAND", "L", "", true);

    @Test
    void whatFitsShouldPass() {
        assertDoesNotThrow(() -> CaptureRules.check(capture(study("Hand", TODAY, "09:30", "A1", "Huber, Eva"), HAND)));
        assertDoesNotThrow(() -> CaptureRules.check(capture(study("", PartialDate.NONE, "", "", ""), HAND)));
    }

    @Test
    void allThatDoesNotFitShouldBeToldAtOnce() {
        PartialDate tomorrow = PartialDate.of(LocalDate.now(ZoneOffset.UTC).plusDays(2));
        CapturedSeries chest = new CapturedSeries(CaptureKind.FILM, "x ray", "a\\b", "CHEST", "R", "", true);

        assertEquals(
                List.of(
                        "studyDescription",
                        "accessionNumber",
                        "referringPhysician",
                        "studyDate",
                        "studyTime",
                        "seriesDescription",
                        "modality",
                        "laterality"),
                violated(capture(study("x".repeat(65), tomorrow, "24:10", "x".repeat(17), "A^B"), chest)));
    }

    @Test
    void timeShouldNeedADate() {
        assertEquals(List.of("studyTime"), violated(capture(study("", PartialDate.NONE, "10:00", "", ""), HAND)));
    }

    private static List<String> violated(Capture capture) {
        return assertThrows(Invalid.class, () -> CaptureRules.check(capture)).violations().stream()
                .map(Violation::path)
                .toList();
    }

    private static CapturedStudy study(
            String description, PartialDate date, String time, String accession, String referrer) {
        return new CapturedStudy.Begun(description, date, time, accession, referrer);
    }

    private static Capture capture(CapturedStudy study, CapturedSeries series) {
        return new Capture(new CapturedPatient.Known(new PatientId(1)), study, series, ZoneOffset.UTC);
    }
}
