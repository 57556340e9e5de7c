package org.aegle.imaging.arrival;

import java.util.HashMap;
import java.util.Map;
import org.aegle.id.PatientId;
import org.aegle.patient.PatientDemographics;
import org.aegle.patient.PatientFit;
import org.aegle.patient.Patients;

/** Whether the person that objects tell of can be the patient they would go to; asked once for all objects alike. */
final class PatientGuard {
    private final Patients patients;
    private final Map<PatientId, PatientDemographics> known = new HashMap<>();
    private final Map<Pair, Boolean> answers = new HashMap<>();

    PatientGuard(Patients patients) {
        this.patients = patients;
    }

    boolean fits(PatientId patient, PatientDemographics told) {
        return answers.computeIfAbsent(new Pair(patient, told), pair -> {
            PatientDemographics of = known.computeIfAbsent(patient, patients::getDemographics);
            return PatientFit.contradictions(of, told).isEmpty();
        });
    }

    private record Pair(PatientId patient, PatientDemographics told) {}
}
