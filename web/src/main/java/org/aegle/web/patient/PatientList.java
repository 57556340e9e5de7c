package org.aegle.web.patient;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.aegle.patient.Patients;
import org.aegle.web.session.CurrentCaller;

/** Finding patients by whatever is at hand: names, birth date, number, in one field. */
@Named
@ViewScoped
public class PatientList implements Serializable {
    @Inject
    private Patients patients;

    @Inject
    private CurrentCaller me;

    private String typed = "";
    private PatientRows rows;

    public PatientRows getRows() {
        if (rows == null) {
            rows = new PatientRows(patients, me);
            rows.ask(typed);
        }
        return rows;
    }

    /** Asks anew with what was typed. */
    public void search() {
        getRows().ask(typed);
    }

    public boolean isAsked() {
        return !typed.isBlank();
    }

    /** What was typed, as it stands in an address. */
    public String getTypedEncoded() {
        return URLEncoder.encode(typed, StandardCharsets.UTF_8);
    }

    public String getTyped() {
        return typed;
    }

    public void setTyped(String typed) {
        this.typed = typed == null ? "" : typed;
    }
}
