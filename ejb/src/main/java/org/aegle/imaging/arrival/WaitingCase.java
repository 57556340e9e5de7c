package org.aegle.imaging.arrival;

import java.io.Serializable;
import java.time.Instant;
import org.aegle.patient.PartialDate;
import org.aegle.patient.PatientDemographics;

/**
 * Objects of one study that wait for the same decision, as lists show them.
 *
 * @param reason what they contradict
 * @param told the patient that they tell of
 * @param description Study Description, or empty
 * @param studyDate the day, or {@link PartialDate#NONE}
 * @param modality of the first that came
 * @param sender who sent them
 * @param objects how many they are by now
 * @param knownPatient key of the patient that is known in their place, 0 for none
 */
public record WaitingCase(
        long id,
        String studyInstanceUid,
        RefusalReason reason,
        PatientDemographics told,
        String description,
        PartialDate studyDate,
        String modality,
        Instant openedAt,
        String sender,
        int objects,
        long knownPatient)
        implements Serializable {}
