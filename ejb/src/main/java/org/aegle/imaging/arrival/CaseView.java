package org.aegle.imaging.arrival;

import java.io.Serializable;
import java.util.List;

/**
 * A case with what is known beside what came.
 *
 * @param storedPatient key of the patient that the study is stored with, 0 when it is not stored
 * @param storedInstances instances of the study that are stored
 * @param knownStudy Study Instance UID of the study that the series is known in, or empty
 * @param differences attributes of the first object that differ from the stored one of its UID
 */
public record CaseView(
        WaitingCase waiting,
        long storedPatient,
        int storedInstances,
        String knownStudy,
        List<AttributeDifference> differences)
        implements Serializable {
    public CaseView {
        differences = List.copyOf(differences);
    }

    /** Whether it is to be decided whose the objects are; else, whether they are kept beside what is stored. */
    public boolean isAboutPatient() {
        return waiting.reason() == RefusalReason.PATIENT_DIFFERS;
    }
}
