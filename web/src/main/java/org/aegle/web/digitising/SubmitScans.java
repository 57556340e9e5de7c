package org.aegle.web.digitising;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.aegle.id.PatientId;
import org.aegle.id.StudyInstanceUid;
import org.aegle.imaging.Studies;
import org.aegle.imaging.StudySummary;
import org.aegle.imaging.digitising.BodyPart;
import org.aegle.imaging.digitising.Capture;
import org.aegle.imaging.digitising.CaptureKind;
import org.aegle.imaging.digitising.CapturedPatient;
import org.aegle.imaging.digitising.CapturedStudy;
import org.aegle.imaging.digitising.DocumentType;
import org.aegle.imaging.digitising.SubmissionView;
import org.aegle.imaging.digitising.Submissions;
import org.aegle.patient.PatientSearch;
import org.aegle.patient.PatientView;
import org.aegle.patient.Patients;
import org.aegle.refusal.Invalid;
import org.aegle.refusal.NotFound;
import org.aegle.search.Match;
import org.aegle.search.Restriction;
import org.aegle.search.SearchRequest;
import org.aegle.web.format.Formats;
import org.aegle.web.format.Texts;
import org.aegle.web.look.Look;
import org.aegle.web.session.CurrentCaller;
import org.primefaces.PrimeFaces;

/** Whose scans are submitted, to which study, and what they are; the page's script then sends the files. */
@Named
@ViewScoped
public class SubmitScans implements Serializable {
    private static final int MOST_FOUND = 8;

    @Inject
    private Submissions submissions;

    @Inject
    private Patients patients;

    @Inject
    private Studies studies;

    @Inject
    private CurrentCaller me;

    @Inject
    private Look look;

    @Inject
    private Texts texts;

    @Inject
    private Formats formats;

    private final TypedPatient typedPatient = new TypedPatient();
    private final TypedStudy typedStudy = new TypedStudy();
    private final TypedSeries series = new TypedSeries();
    private String patientParameter = "";
    private String studyParameter = "";
    private String typed = "";
    private List<PatientView> found = List.of();
    private PatientView chosen;
    private boolean fresh;
    private List<StudySummary> ofPatient = List.of();
    private String study = "";
    private String submission = "";
    private String asked = "";

    /** Takes patient and study from the address, where a chart or a study led here. */
    public void open() {
        me.require("STORE_INSTANCE");
        if (!studyParameter.isEmpty()) {
            StudySummary known = get(new StudyInstanceUid(studyParameter));
            choose(patients.get(me.get(), known.patient()));
            study = known.uid().value();
        } else if (!patientParameter.isEmpty()) {
            choose(patients.get(me.get(), key()));
        }
    }

    private PatientId key() {
        try {
            return new PatientId(Long.parseLong(patientParameter));
        } catch (NumberFormatException e) {
            throw new NotFound("Patient", patientParameter);
        }
    }

    private StudySummary get(StudyInstanceUid uid) {
        Restriction restriction = Restriction.where("StudyInstanceUID", Match.is(uid.value()));
        return studies.search(me.get(), SearchRequest.all(1).and(restriction)).rows().stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("Study", uid.value()));
    }

    public void search() {
        if (typed.isBlank()) {
            found = List.of();
            return;
        }
        SearchRequest request = SearchRequest.all(MOST_FOUND);
        for (Restriction restriction : PatientSearch.understand(typed)) {
            request = request.and(restriction);
        }
        found = patients.search(me.get(), request).rows();
    }

    public void choose(PatientView patient) {
        chosen = patient;
        fresh = false;
        found = List.of();
        ofPatient = studies.ofPatient(me.get(), patient.id());
        study = "";
    }

    /** Back to the search. */
    public void chooseAgain() {
        chosen = null;
        fresh = false;
        ofPatient = List.of();
        study = "";
    }

    /** Somebody without a record. */
    public void enter() {
        chooseAgain();
        fresh = true;
    }

    public void kindChosen() {
        series.kindChosen();
        boolean now = series.getKind() == CaptureKind.PHOTOGRAPH || series.getKind() == CaptureKind.SCREEN;
        if (now) {
            typedStudy.dateIfUntold(LocalDate.now(look.getZone()));
        }
    }

    /** Tells the script what the files belong to. Asked again with nothing changed, it is the same submission. */
    public void begin() {
        Capture capture = new Capture(patient(), study(), series.series(), look.getZone());
        if (!capture.toString().equals(asked)) {
            submission = UUID.randomUUID().toString().replace("-", "");
            asked = capture.toString();
        }
        SubmissionView begun = submissions.begin(me.get(), submission, capture);
        PrimeFaces.current().ajax().addCallbackParam("submission", begun.id());
        PrimeFaces.current().ajax().addCallbackParam("study", begun.studyInstanceUid());
        PrimeFaces.current().ajax().addCallbackParam("whom", whom());
    }

    private CapturedPatient patient() {
        if (fresh) {
            return new CapturedPatient.Typed(typedPatient.demographics());
        }
        if (chosen == null) {
            throw new Invalid("typed", "must name a patient");
        }
        return new CapturedPatient.Known(chosen.id());
    }

    private String whom() {
        return fresh
                ? formats.name(typedPatient.demographics().name())
                : formats.name(chosen.demographics().name()) + " · " + formats.birth(chosen.demographics());
    }

    private CapturedStudy study() {
        return study.isEmpty() ? typedStudy.study() : new CapturedStudy.Known(new StudyInstanceUid(study));
    }

    /** What can be chosen, by name in the person's language. */
    public List<BodyPart> getBodyParts() {
        return Arrays.stream(BodyPart.values())
                .sorted(Comparator.comparing(part -> texts.get("bodyPart." + part)))
                .toList();
    }

    public CaptureKind[] getKinds() {
        return CaptureKind.values();
    }

    public DocumentType[] getDocumentTypes() {
        return DocumentType.values();
    }

    /** What films and screens show, most frequent first. */
    public List<String> getModalities() {
        return List.of("CR", "DX", "CT", "MR", "US", "MG", "XA", "RF", "NM", "PT", "PX", "IO", "ECG", "OT");
    }

    public TypedPatient getTypedPatient() {
        return typedPatient;
    }

    public TypedStudy getTypedStudy() {
        return typedStudy;
    }

    public TypedSeries getSeries() {
        return series;
    }

    /** A patient's key in the address, or empty. */
    public String getPatientParameter() {
        return patientParameter;
    }

    public void setPatientParameter(String value) {
        patientParameter = value == null ? "" : value;
    }

    /** A Study Instance UID in the address, or empty. */
    public String getStudyParameter() {
        return studyParameter;
    }

    public void setStudyParameter(String value) {
        studyParameter = value == null ? "" : value;
    }

    public String getTyped() {
        return typed;
    }

    public void setTyped(String typed) {
        this.typed = typed == null ? "" : typed;
    }

    public List<PatientView> getFound() {
        return found;
    }

    public boolean isAsked() {
        return !typed.isBlank();
    }

    public PatientView getChosen() {
        return chosen;
    }

    /** The patient is being typed. */
    public boolean isFresh() {
        return fresh;
    }

    public List<StudySummary> getStudies() {
        return ofPatient;
    }

    /** UID of the chosen study, empty for a new one. */
    public String getStudy() {
        return study;
    }

    public void setStudy(String study) {
        this.study = study == null ? "" : study;
    }
}
