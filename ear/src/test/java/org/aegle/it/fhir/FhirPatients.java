package org.aegle.it.fhir;

import java.util.UUID;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Patient;

/** Made-up people as a partner sends them. */
final class FhirPatients {
    static final String SYSTEM = "urn:oid:2.16.840.1.113883.19.5";

    private FhirPatients() {}

    /** A word that no other test uses. */
    static String mark() {
        return "Q" + UUID.randomUUID().toString().replace("-", "").substring(0, 10);
    }

    static Patient someone(String family, String given, String born) {
        Patient patient = new Patient();
        patient.setActive(true);
        patient.addIdentifier().setSystem(SYSTEM).setValue(mark());
        patient.addName().setFamily(family).addGiven(given);
        patient.setBirthDateElement(new DateType(born));
        patient.setGender(AdministrativeGender.FEMALE);
        return patient;
    }
}
