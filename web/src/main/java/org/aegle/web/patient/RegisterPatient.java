package org.aegle.web.patient;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.aegle.patient.PatientDemographics;
import org.aegle.patient.PatientIdentifier;
import org.aegle.patient.PatientView;
import org.aegle.patient.Patients;
import org.aegle.search.Match;
import org.aegle.search.Restriction;
import org.aegle.search.SearchRequest;
import org.aegle.web.format.Formats;
import org.aegle.web.page.FacesMessages;
import org.aegle.web.session.CurrentCaller;

/** Registering a patient. Those who may be the same person are shown before a second record is made. */
@Named
@ViewScoped
public class RegisterPatient implements Serializable {
    private static final int MOST_ALIKE = 5;

    @Inject
    private Patients patients;

    @Inject
    private CurrentCaller me;

    @Inject
    private FacesMessages messages;

    @Inject
    private Formats formats;

    private final PatientForm form = PatientForm.empty();
    private List<PatientView> alike = List.of();
    private PatientDemographics compared;

    /** Registers, unless somebody alike is known and has not been looked at. */
    public void save() throws IOException {
        PatientDemographics demographics = form.demographics();
        if (!demographics.equals(compared)) {
            alike = findAlike(demographics);
            compared = demographics;
            if (!alike.isEmpty()) {
                return;
            }
        }
        PatientView patient = patients.register(me.get(), numbered(demographics), "");
        messages.confirmThere(
                "patient.registered", formats.name(patient.demographics().name()), patient.medicalRecordNumber());
        FacesContext.getCurrentInstance().getExternalContext().redirect("/patient/chart?id=" + patient.id());
    }

    private PatientDemographics numbered(PatientDemographics demographics) {
        if (!demographics.identifiers().isEmpty()) {
            return demographics;
        }
        List<PatientIdentifier> assigned = new ArrayList<>();
        assigned.add(patients.assignNumber(me.get()));
        return demographics.identifiedBy(assigned);
    }

    /** Same start of the family name, and no other birth date. */
    private List<PatientView> findAlike(PatientDemographics typed) {
        if (typed.name().family().isEmpty() || typed.birthDate().isEmpty()) {
            return List.of();
        }
        SearchRequest request = SearchRequest.all(MOST_ALIKE)
                .and(Restriction.where(
                        "family", new Match.StartsWith(typed.name().family())))
                .and(Restriction.where("birthdate", between(typed)));
        return patients.search(me.get(), request).rows();
    }

    private static Match between(PatientDemographics typed) {
        String first = typed.birthDate().first().map(Object::toString).orElse("");
        return new Match.Between(
                first, typed.birthDate().last().map(Object::toString).orElse(""));
    }

    public PatientForm getForm() {
        return form;
    }

    /** Patients who may be the one that is being registered. */
    public List<PatientView> getAlike() {
        return alike;
    }

    /** What was looked for in vain: words become names, as a start. */
    public void setLookedFor(String words) {
        if (words != null && words.chars().noneMatch(Character::isDigit)) {
            String[] names = words.strip().split("[,\\s]+", 2);
            form.set(PatientField.FAMILY, names[0]);
            form.set(PatientField.GIVEN, names.length > 1 ? names[1] : "");
        }
    }

    public String getLookedFor() {
        return "";
    }
}
