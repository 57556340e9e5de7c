package org.aegle.web.patient;

import org.aegle.id.PatientId;
import org.aegle.refusal.NotFound;

/** The patient that the address of a page names. */
final class PatientAddress {
    private PatientAddress() {}

    /** Refuses with {@link NotFound} what can be no patient's key. */
    static PatientId of(String id) {
        try {
            return new PatientId(Long.parseLong(id));
        } catch (NumberFormatException e) {
            throw new NotFound("Patient", id);
        }
    }
}
