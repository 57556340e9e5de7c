package org.aegle.web.patient;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import org.aegle.patient.PatientView;
import org.aegle.patient.Patients;
import org.aegle.refusal.Conflict;
import org.aegle.refusal.NotFound;
import org.aegle.web.page.FacesMessages;
import org.aegle.web.session.CurrentCaller;

/**
 * Correcting a patient's demographics. When somebody else was faster, their changes are shown beside what was typed and
 * nothing of either is lost.
 */
@Named
@ViewScoped
public class EditPatient implements Serializable {
    @Inject
    private Patients patients;

    @Inject
    private CurrentCaller me;

    @Inject
    private FacesMessages messages;

    private String id = "";
    private String postedId = "";
    private PatientView patient;
    private PatientForm form;
    private List<FieldChange> changes = List.of();
    private boolean stale;

    public void open() {
        patient = patients.get(me.get(), PatientAddress.of(id));
        postedId = patient.id().toString();
        form = PatientForm.of(patient.demographics());
    }

    public void save() throws IOException {
        requireSamePatient();
        try {
            patients.update(me.get(), patient.id(), patient.version(), form.demographics(), patient.content());
        } catch (Conflict e) {
            if (e.reason() != Conflict.Reason.STALE_VERSION) {
                throw e;
            }
            compare();
            return;
        }
        messages.confirmThere("patient.saved");
        FacesContext.getCurrentInstance().getExternalContext().redirect("/patient/chart?id=" + patient.id());
    }

    /** Puts the other person's value into the field. */
    public void take(FieldChange change) {
        form.set(change.field(), change.theirs());
        changes = changes.stream().filter(c -> !c.equals(change)).toList();
    }

    /** Lets stand what was typed. */
    public void keep(FieldChange change) {
        changes = changes.stream().filter(c -> !c.equals(change)).toList();
    }

    private void compare() {
        stale = true;
        PatientView current = patients.get(me.get(), patient.id());
        PatientForm rebased = PatientForm.of(current.demographics());
        changes = FieldChange.between(form, rebased);
        // A field that nobody but the other person touched takes their value without asking.
        Stream.of(PatientField.values())
                .filter(f -> !form.get(f).equals(form.before(f)))
                .forEach(f -> rebased.set(f, form.get(f)));
        form = rebased;
        patient = current;
    }

    /** The form carries its patient, so that two open tabs can never be taken for each other. */
    private void requireSamePatient() {
        if (!postedId.equals(patient.id().toString())) {
            throw new NotFound("Patient", postedId);
        }
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id == null ? "" : id;
    }

    public String getPostedId() {
        return postedId;
    }

    public void setPostedId(String postedId) {
        this.postedId = postedId;
    }

    public PatientView getPatient() {
        return patient;
    }

    public PatientForm getForm() {
        return form;
    }

    /** Whether somebody else saved while this page was open. */
    public boolean isStale() {
        return stale;
    }

    /** What somebody else changed since the page was opened and the person has to decide on. */
    public List<FieldChange> getChanges() {
        return changes;
    }
}
