package org.aegle.imaging.digitising;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.aegle.dicom.data.Attributes;
import org.aegle.patient.AdministrativeGender;
import org.aegle.patient.HumanName;
import org.aegle.patient.PartialDate;
import org.aegle.patient.PatientDemographics;
import org.aegle.patient.PatientIdentifier;

/** Submissions of one patient and one study. */
final class SubmissionFixture {
    static final String NAME = "0123456789abcdef0123456789abcdef";

    private SubmissionFixture() {}

    static DigitisedObjects objects(CaptureKind kind) {
        return objects(kind, new FilePlace(1, 1, "Hand, first visit"));
    }

    static DigitisedObjects objects(CaptureKind kind, FilePlace place) {
        return new DigitisedObjects(NAME, shared(kind), kind.isScanned(), place);
    }

    private static Attributes shared(CaptureKind kind) {
        PatientDemographics maria = PatientDemographics.of(
                HumanName.of("Müller", "Maria Anna"),
                new PartialDate("1970-05-31"),
                AdministrativeGender.FEMALE,
                List.of(PatientIdentifier.of("HOSPITAL", "4711")));
        CapturedStudy.Begun study =
                new CapturedStudy.Begun("Old films", new PartialDate("1999-12-31"), "13:05", "A-1", "Huber, Jörg");
        CapturedSeries series = new CapturedSeries(kind, "", "Films from home", "HAND", "L", "REFERRAL", true);
        return new CaptureAttributes()
                .patient(maria)
                .study(new SubmissionUids(NAME).study(), study)
                .series(series, 1)
                .origin("Demo Hospital", "Dr. Anna Beispiel", Instant.parse("2026-11-24T10:15:30Z"), ZoneOffset.UTC)
                .all();
    }
}
