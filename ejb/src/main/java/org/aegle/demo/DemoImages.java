package org.aegle.demo;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.List;
import org.aegle.access.Caller;
import org.aegle.dicom.phantom.BrainMr;
import org.aegle.dicom.phantom.ChestRadiograph;
import org.aegle.dicom.phantom.Phantom;
import org.aegle.dicom.phantom.PhantomPatient;
import org.aegle.dicom.phantom.PhantomStudy;
import org.aegle.dicom.phantom.SheppLoganHead;
import org.aegle.dicom.phantom.UltrasoundCine;
import org.aegle.imaging.arrival.InstanceIntake;
import org.aegle.imaging.arrival.StoreOutcome;
import org.aegle.patient.HumanName;
import org.aegle.patient.PatientDemographics;

/** The studies of the demo hospital, drawn by our own phantoms and stored by the door that every study comes by. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class DemoImages {
    private static final String HOSPITAL = "Aegle Hospital";
    private static final String ROOT = "2.25.184467440737095516160000000000";

    private static final List<Examination> EXAMINATIONS = List.of(
            new Examination(
                    0,
                    1,
                    LocalDateTime.of(2026, 11, 20, 9, 12),
                    "A2026-1041",
                    "CT head without contrast",
                    "Brandt^Helena^^Dr.",
                    new SheppLoganHead()),
            new Examination(
                    0,
                    2,
                    LocalDateTime.of(2026, 11, 21, 14, 40),
                    "A2026-1052",
                    "MR brain",
                    "Brandt^Helena^^Dr.",
                    new BrainMr()),
            new Examination(
                    1,
                    3,
                    LocalDateTime.of(2026, 11, 19, 11, 5),
                    "A2026-1033",
                    "Chest radiograph PA",
                    "Brandt^Helena^^Dr.",
                    new ChestRadiograph()),
            new Examination(
                    2,
                    4,
                    LocalDateTime.of(2026, 11, 18, 16, 30),
                    "A2026-1027",
                    "Echocardiography",
                    "Lindgren^Paul^^Dr.",
                    new UltrasoundCine()),
            new Examination(
                    3,
                    5,
                    LocalDateTime.of(2026, 11, 17, 8, 20),
                    "A2026-1019",
                    "Chest radiograph PA",
                    "Brandt^Helena^^Dr.",
                    new ChestRadiograph()),
            new Examination(
                    3,
                    6,
                    LocalDateTime.of(2024, 3, 4, 10, 15),
                    "A2024-0230",
                    "CT head, follow-up",
                    "Brandt^Helena^^Dr.",
                    new SheppLoganHead(256, 64)));

    @Inject
    private InstanceIntake intake;

    /** Again has no effect: the same objects are made each time. */
    public void store(Caller archivist, List<PatientDemographics> patients) {
        for (Examination examination : EXAMINATIONS) {
            PhantomPatient patient = patient(patients.get(examination.patient()));
            examination.phantom().instances(patient, examination.study()).forEach(object -> store(archivist, object));
        }
    }

    /** The study that is stored last: when it is there, all are. */
    static String lastStudy() {
        return EXAMINATIONS.get(EXAMINATIONS.size() - 1).study().studyInstanceUid();
    }

    private void store(Caller archivist, byte[] object) {
        try {
            StoreOutcome outcome = intake.receive(archivist, new ByteArrayInputStream(object), "");
            if (outcome instanceof StoreOutcome.Refused || outcome instanceof StoreOutcome.SetAside) {
                throw new IllegalStateException("A demo image was not stored: " + outcome);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PhantomPatient patient(PatientDemographics demographics) {
        HumanName name = demographics.name();
        return new PhantomPatient(
                name.dicom(),
                demographics.identifiers().get(0).value(),
                demographics.identifiers().get(0).authority(),
                demographics.birthDate().first().orElseThrow(),
                demographics.gender().dicom());
    }

    private record Examination(
            int patient,
            int number,
            LocalDateTime at,
            String accession,
            String description,
            String referrer,
            Phantom phantom) {
        PhantomStudy study() {
            return new PhantomStudy(ROOT + number, at, accession, description, referrer, HOSPITAL);
        }
    }
}
