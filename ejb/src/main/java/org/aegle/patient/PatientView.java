package org.aegle.patient;

import java.io.Serializable;
import java.time.Instant;
import org.aegle.id.PatientId;

/**
 * A patient as of one version.
 *
 * @param content what a partner sent in FHIR JSON when it last wrote, or empty
 */
public record PatientView(
        PatientId id,
        long version,
        Instant updatedAt,
        String managingOrganization,
        PatientDemographics demographics,
        String content)
        implements Serializable {
    /** The identifier that people use, value alone, or empty. */
    public String medicalRecordNumber() {
        return demographics.identifiers().stream()
                .findFirst()
                .map(PatientIdentifier::value)
                .orElse("");
    }
}
