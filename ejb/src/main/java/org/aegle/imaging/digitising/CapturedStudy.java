package org.aegle.imaging.digitising;

import org.aegle.id.StudyInstanceUid;
import org.aegle.patient.PartialDate;

/** The study that the pictures go to. */
public sealed interface CapturedStudy {
    /** One that is here. */
    record Known(StudyInstanceUid uid) implements CapturedStudy {}

    /**
     * One that begins with them.
     *
     * @param date the day, or none
     * @param time {@code HH:MM}, or empty
     * @param referringPhysician family name, a comma and given name; or empty
     */
    record Begun(String description, PartialDate date, String time, String accessionNumber, String referringPhysician)
            implements CapturedStudy {}
}
