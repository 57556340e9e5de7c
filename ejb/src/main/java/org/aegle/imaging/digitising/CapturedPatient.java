package org.aegle.imaging.digitising;

import org.aegle.id.PatientId;
import org.aegle.patient.PatientDemographics;

/** Whose the pictures are. */
public sealed interface CapturedPatient {
    /** Somebody who has a record. */
    record Known(PatientId id) implements CapturedPatient {}

    /** Somebody as typed; the record is made, or found, when the first object arrives. */
    record Typed(PatientDemographics demographics) implements CapturedPatient {}
}
