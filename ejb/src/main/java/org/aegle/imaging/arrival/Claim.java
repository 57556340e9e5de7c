package org.aegle.imaging.arrival;

import org.aegle.patient.PatientDemographics;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * What an object claims that contradicts what is known. Objects that claim the same wait as one case and share its
 * decision.
 *
 * @param reason what it contradicts
 * @param digest hexadecimal SHA-256 of what it says; the same for all contents under a known UID
 */
record Claim(String studyInstanceUid, RefusalReason reason, String digest) {
    static Claim of(ArrivedInstance arrived, RefusalReason reason) {
        ObjectIdentity identity = arrived.identity();
        String said =
                switch (reason) {
                    case PATIENT_DIFFERS -> told(arrived.patient());
                    case SERIES_DIFFERS -> identity.seriesInstanceUid();
                    default -> "";
                };
        return new Claim(identity.studyInstanceUid(), reason, DigestUtils.sha256Hex(said));
    }

    /** Whether what was decided holds for all objects that claim it, not for each content alone. */
    boolean isShared() {
        return reason != RefusalReason.CONTENT_DIFFERS;
    }

    private static String told(PatientDemographics patient) {
        return String.join(
                "\n",
                patient.identifiers().toString(),
                patient.name().toString(),
                patient.birthDate().text(),
                patient.gender().code());
    }
}
