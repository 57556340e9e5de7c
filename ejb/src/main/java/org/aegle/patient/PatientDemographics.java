package org.aegle.patient;

import java.io.Serializable;
import java.util.List;

/**
 * What is known of a patient as a person: the typed part of the record.
 *
 * @param deceased {@code true}, {@code false}, the date or instant of death, or empty where nothing was said
 * @param identifiers first the one that people use
 */
public record PatientDemographics(
        boolean active,
        HumanName name,
        PartialDate birthDate,
        AdministrativeGender gender,
        List<PatientIdentifier> identifiers,
        String deceased,
        Contact contact)
        implements Serializable {
    public PatientDemographics {
        identifiers = List.copyOf(identifiers);
    }

    public static PatientDemographics of(
            HumanName name, PartialDate birthDate, AdministrativeGender gender, List<PatientIdentifier> identifiers) {
        return new PatientDemographics(true, name, birthDate, gender, identifiers, "", Contact.NONE);
    }

    public PatientDemographics identifiedBy(List<PatientIdentifier> others) {
        return new PatientDemographics(active, name, birthDate, gender, others, deceased, contact);
    }

    /** The same with an issuer for identifiers that have none. */
    public PatientDemographics issuedBy(String authority) {
        return identifiedBy(identifiers.stream()
                .map(i -> i.authority().isEmpty() ? new PatientIdentifier(authority, i.value(), i.use()) : i)
                .toList());
    }
}
