package org.aegle.web.page;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.aegle.search.Match;
import org.aegle.search.Restriction;

/** What the filters above lists have in common: a span of days and a patient. An empty part does not matter. */
public abstract class ListFilter implements Serializable {
    private LocalDate from;
    private LocalDate until;
    private String patient = "";

    /** The same in the parameters of the table that is searched. */
    public abstract List<Restriction> restrictions();

    /** The days as a restriction of a parameter, when any are wanted. */
    protected Optional<Restriction> days(String parameter) {
        return from == null && until == null
                ? Optional.empty()
                : Optional.of(Restriction.where(parameter, new Match.Between(text(from), text(until))));
    }

    /** The words of the patient field. */
    protected List<String> patientWords() {
        return words(patient);
    }

    protected static List<String> words(String typed) {
        return typed.isBlank() ? List.of() : List.of(typed.strip().split("[\\s,^]+"));
    }

    private static String text(LocalDate day) {
        return day == null ? "" : day.toString();
    }

    public LocalDate getFrom() {
        return from;
    }

    public void setFrom(LocalDate from) {
        this.from = from;
    }

    public LocalDate getUntil() {
        return until;
    }

    public void setUntil(LocalDate until) {
        this.until = until;
    }

    public String getPatient() {
        return patient;
    }

    public void setPatient(String patient) {
        this.patient = Objects.requireNonNullElse(patient, "");
    }
}
