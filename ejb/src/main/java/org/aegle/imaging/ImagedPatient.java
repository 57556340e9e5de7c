package org.aegle.imaging;

import java.io.Serializable;
import org.aegle.id.PatientId;
import org.aegle.patient.AdministrativeGender;
import org.aegle.patient.PartialDate;

/**
 * A patient of whom there are images.
 *
 * @param dicomName Patient's Name (0010,0010)
 * @param identifier first identifier, or empty
 * @param authority who assigned it, or empty
 * @param birthDate the day, or {@link PartialDate#NONE}
 */
public record ImagedPatient(
        PatientId id,
        String dicomName,
        String identifier,
        String authority,
        PartialDate birthDate,
        AdministrativeGender gender,
        int studies,
        int series,
        int instances)
        implements Serializable {}
