package org.aegle.web.reconciliation;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.aegle.dicom.dictionary.ElementDictionary;
import org.aegle.dicom.dictionary.ElementEntry;
import org.aegle.id.PatientId;
import org.aegle.imaging.arrival.AttributeDifference;
import org.aegle.imaging.arrival.CaseView;
import org.aegle.imaging.arrival.Reconciliation;
import org.aegle.imaging.arrival.RefusalReason;
import org.aegle.patient.PatientSearch;
import org.aegle.patient.PatientView;
import org.aegle.patient.Patients;
import org.aegle.refusal.Invalid;
import org.aegle.refusal.NotFound;
import org.aegle.search.Restriction;
import org.aegle.search.SearchRequest;
import org.aegle.web.format.Formats;
import org.aegle.web.format.Texts;
import org.aegle.web.page.FacesMessages;
import org.aegle.web.session.CurrentCaller;

/** What came beside what is known; the decision is made in two steps, the second one says what it will do. */
@Named
@ViewScoped
public class DecideCase implements Serializable {
    private static final int MOST_FOUND = 8;

    @Inject
    private Reconciliation reconciliation;

    @Inject
    private Patients patients;

    @Inject
    private CurrentCaller me;

    @Inject
    private Texts texts;

    @Inject
    private Formats formats;

    @Inject
    private FacesMessages messages;

    private String id = "";
    private CaseView view;
    private PatientView known;
    private List<ComparedRow> rows = List.of();
    private Choice choice;
    private String typed = "";
    private List<PatientView> found = List.of();
    private PatientView chosen;
    private String rationale = "";
    private boolean confirming;

    public void open() throws IOException {
        view = reconciliation.get(me.get(), key());
        long patient = view.storedPatient() == 0 ? view.waiting().knownPatient() : view.storedPatient();
        ComparedPatients compared = new ComparedPatients(texts, formats);
        if (patient == 0) {
            rows = compared.rows(view.waiting().told());
        } else {
            known = patients.get(me.get(), new PatientId(patient));
            rows = compared.rows(view.waiting().told(), known.demographics());
        }
    }

    private long key() {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException e) {
            throw new NotFound("ReconciliationCase", id);
        }
    }

    /** What can be decided here: a study that is stored stays its patient's. */
    public List<Choice> getChoices() {
        List<Choice> choices = new ArrayList<>();
        if (!view.isAboutPatient()) {
            choices.add(Choice.BESIDE);
        } else {
            if (known != null) {
                choices.add(Choice.KNOWN);
            }
            if (view.storedPatient() == 0) {
                choices.add(Choice.OTHER);
                choices.add(Choice.NEW);
            }
        }
        choices.add(Choice.REJECT);
        return choices;
    }

    public String label(Choice one) {
        String name = known == null ? "" : formats.name(known.demographics().name());
        return switch (one) {
            case KNOWN -> texts.get("reconcile.choice.KNOWN", name, known.medicalRecordNumber());
            case OTHER -> texts.get("reconcile.choice.OTHER");
            case NEW ->
                texts.get(
                        "reconcile.choice.NEW",
                        formats.name(view.waiting().told().name()));
            case BESIDE ->
                texts.get(
                        view.waiting().reason() == RefusalReason.SERIES_DIFFERS
                                ? "reconcile.choice.BESIDE.series"
                                : "reconcile.choice.BESIDE.instance");
            case REJECT -> texts.get("reconcile.choice.REJECT");
        };
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
    }

    /** From the choice to its confirmation. */
    public void proceed() {
        if (choice == null) {
            throw new Invalid("choice", "must be made");
        }
        if (choice == Choice.OTHER && chosen == null) {
            throw new Invalid("typed", "must name a patient");
        }
        if (rationale.isBlank()) {
            throw new Invalid("rationale", "must be given");
        }
        confirming = true;
    }

    public void back() {
        confirming = false;
    }

    public void decide() throws IOException {
        switch (choice) {
            case KNOWN -> reconciliation.assign(me.get(), key(), known.id(), rationale);
            case OTHER -> reconciliation.assign(me.get(), key(), chosen.id(), rationale);
            case NEW -> reconciliation.assignToNew(me.get(), key(), rationale);
            case BESIDE -> reconciliation.keepBeside(me.get(), key(), rationale);
            case REJECT -> reconciliation.reject(me.get(), key(), rationale);
        }
        messages.confirmThere(
                choice == Choice.REJECT ? "reconcile.done.rejected" : "reconcile.done.stored",
                view.waiting().objects());
        FacesContext.getCurrentInstance().getExternalContext().redirect("/reconciliation/waiting");
    }

    /** What the decision will do, in a sentence. */
    public String getConsequence() {
        int objects = view.waiting().objects();
        return switch (choice) {
            case KNOWN -> belongs(objects, known);
            case OTHER -> belongs(objects, chosen);
            case NEW ->
                texts.get(
                        "reconcile.consequence.NEW",
                        objects,
                        formats.name(view.waiting().told().name()));
            case BESIDE -> texts.get("reconcile.consequence.BESIDE", objects);
            case REJECT -> texts.get("reconcile.consequence.REJECT", objects);
        };
    }

    private String belongs(int objects, PatientView patient) {
        return texts.get(
                "reconcile.consequence.PATIENT",
                objects,
                formats.name(patient.demographics().name()),
                formats.birth(patient.demographics()),
                patient.medicalRecordNumber());
    }

    public String nameOf(AttributeDifference difference) {
        return ElementDictionary.standard()
                .find(difference.tag())
                .map(ElementEntry::name)
                .orElseGet(() -> "(%04X,%04X)".formatted(difference.tag() >>> 16, difference.tag() & 0xFFFF));
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id == null ? "" : id;
    }

    public CaseView getView() {
        return view;
    }

    public PatientView getKnown() {
        return known;
    }

    public List<ComparedRow> getRows() {
        return rows;
    }

    public Choice getChoice() {
        return choice;
    }

    public void setChoice(Choice choice) {
        this.choice = choice;
    }

    public boolean isSearching() {
        return choice == Choice.OTHER;
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

    public PatientView getChosen() {
        return chosen;
    }

    public String getRationale() {
        return rationale;
    }

    public void setRationale(String rationale) {
        this.rationale = rationale == null ? "" : rationale;
    }

    public boolean isConfirming() {
        return confirming;
    }
}
