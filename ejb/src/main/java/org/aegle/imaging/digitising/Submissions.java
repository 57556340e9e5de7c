package org.aegle.imaging.digitising;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import org.aegle.access.AccessPolicy;
import org.aegle.access.Activity;
import org.aegle.access.Caller;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.directory.Role;
import org.aegle.id.StudyInstanceUid;
import org.aegle.imaging.ImagingDocuments;
import org.aegle.imaging.SeriesSummary;
import org.aegle.imaging.Studies;
import org.aegle.imaging.StudySummary;
import org.aegle.patient.PatientDemographics;
import org.aegle.patient.Patients;
import org.aegle.refusal.Invalid;
import org.aegle.refusal.NotFound;
import org.aegle.refusal.TooLarge;
import org.aegle.search.Match;
import org.aegle.search.Restriction;
import org.aegle.search.SearchRequest;

/**
 * Submitting pictures and documents: first what they are and whose, then file by file as uploads. A submission and its
 * files belong to the account that began it.
 */
@Stateless
@RolesAllowed({Role.Names.PHYSICIAN, Role.Names.RADIOLOGIST, Role.Names.TECHNOLOGIST, Role.Names.CLERK})
public class Submissions {
    /** Bytes that one file may have. */
    public static final long LARGEST_FILE = 1L << 30;

    private static final Pattern NAME = Pattern.compile("[0-9a-f]{32}");

    @PersistenceContext(unitName = "aegle")
    private EntityManager entities;

    @Inject
    private AccessPolicy policy;

    @Inject
    private Studies studies;

    @Inject
    private Patients patients;

    /**
     * Begins a submission, or finds it when the same one was begun before. Refuses with {@link Invalid} what cannot be,
     * and with {@link NotFound} a patient or a study that the caller does not see.
     *
     * @param name 32 hexadecimal digits drawn at random by whoever asks, so that asking twice begins nothing twice
     */
    public SubmissionView begin(Caller caller, String name, Capture capture) {
        policy.require(caller, Activity.STORE_INSTANCE);
        if (!NAME.matcher(name).matches()) {
            throw new Invalid("submission", "must be 32 hexadecimal digits");
        }
        CaptureRules.check(capture);
        Submission submission = find(caller, name).orElseGet(() -> create(caller, name, capture));
        return new SubmissionView(name, submission.shared().getString(Tag.StudyInstanceUID));
    }

    /** Says which file an upload is. Refuses with {@link NotFound} somebody else's submission. */
    public void place(Caller caller, String upload, String submission, FilePlace place) {
        policy.require(caller, Activity.STORE_INSTANCE);
        Submission known = find(caller, submission).orElseThrow(() -> new NotFound("submission", submission));
        entities.persist(new SubmittedFile(upload, known, place));
    }

    /** Refuses with {@link TooLarge}, before anything of a file is sent. */
    public void requireSize(long length) {
        if (length > LARGEST_FILE) {
            throw new TooLarge("a file, in bytes", LARGEST_FILE);
        }
    }

    /** What becomes of an upload that is a file of a submission; empty for all others. */
    @PermitAll
    public Optional<DigitisedObjects> findObjects(String upload) {
        return Optional.ofNullable(entities.find(SubmittedFile.class, upload)).map(SubmittedFile::objects);
    }

    private Optional<Submission> find(Caller caller, String name) {
        Submission known = entities.find(Submission.class, name);
        if (known != null && !known.isOf(caller.account())) {
            throw new NotFound("submission", name);
        }
        return Optional.ofNullable(known);
    }

    private Submission create(Caller caller, String name, Capture capture) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        CaptureAttributes attributes = new CaptureAttributes();
        describe(caller, name, capture, attributes);
        attributes.origin(caller.organizationName(), caller.displayName(), now, capture.zone());
        boolean scanned = capture.series().kind().isScanned();
        Submission submission = new Submission(name, caller.account(), attributes.all(), scanned, now);
        entities.persist(submission);
        return submission;
    }

    private void describe(Caller caller, String name, Capture capture, CaptureAttributes attributes) {
        if (capture.study() instanceof CapturedStudy.Known known) {
            StudySummary study = requireStudy(caller, known.uid());
            if (!capture.patient().equals(new CapturedPatient.Known(study.patient()))) {
                throw new Invalid("study", "must be one of the patient");
            }
            attributes.patient(demographics(caller, capture.patient()));
            attributes.study(withUid(study)).series(capture.series(), nextNumber(caller, known.uid()));
            return;
        }
        PatientDemographics patient = demographics(caller, capture.patient());
        if (patient.identifiers().isEmpty()) {
            throw new Invalid("patientNumber", "must be there, or each study would make another patient");
        }
        attributes
                .patient(patient)
                .study(new SubmissionUids(name).study(), (CapturedStudy.Begun) capture.study())
                .series(capture.series(), 1);
    }

    private PatientDemographics demographics(Caller caller, CapturedPatient patient) {
        if (patient instanceof CapturedPatient.Known known) {
            return patients.get(caller, known.id()).demographics();
        }
        return patients.complete(caller, ((CapturedPatient.Typed) patient).demographics());
    }

    private StudySummary requireStudy(Caller caller, StudyInstanceUid uid) {
        SearchRequest request = SearchRequest.all(1).and(Restriction.where("StudyInstanceUID", Match.is(uid.value())));
        return studies.search(caller, request).rows().stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("Study", uid.value()));
    }

    private static Attributes withUid(StudySummary study) {
        Attributes known = ImagingDocuments.read(study.attributes());
        known.setString(
                Tag.StudyInstanceUID, org.aegle.dicom.data.VR.UI, study.uid().value());
        return known;
    }

    /** Behind all series that are there. */
    private int nextNumber(Caller caller, StudyInstanceUid study) {
        return studies.series(caller, study).stream()
                        .map(SeriesSummary::seriesNumber)
                        .filter(number -> number.matches("\\d{1,6}"))
                        .mapToInt(Integer::parseInt)
                        .max()
                        .orElse(0)
                + 1;
    }
}
