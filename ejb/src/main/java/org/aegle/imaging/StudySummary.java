package org.aegle.imaging;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.aegle.id.PatientId;
import org.aegle.id.StudyInstanceUid;
import org.aegle.patient.AdministrativeGender;
import org.aegle.patient.PartialDate;

/**
 * A study with its patient, as lists show it.
 *
 * @param studyDate the day, or {@link PartialDate#NONE}
 * @param studyTime {@code HHMMSS.FFFFFF}, or empty
 * @param referringPhysician for people to read
 * @param modalities Modalities in Study (0008,0061), sorted
 * @param attributes DICOM JSON of the patient's and the study's attributes as received
 */
public record StudySummary(
        StudyInstanceUid uid,
        PatientId patient,
        String patientName,
        String medicalRecordNumber,
        PartialDate birthDate,
        AdministrativeGender gender,
        PartialDate studyDate,
        String studyTime,
        String accessionNumber,
        String description,
        String referringPhysician,
        List<String> modalities,
        int series,
        int instances,
        Instant receivedAt,
        Instant updatedAt,
        String attributes)
        implements Serializable {}
