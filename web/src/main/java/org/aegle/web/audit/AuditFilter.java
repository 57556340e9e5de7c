package org.aegle.web.audit;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.aegle.search.Match;
import org.aegle.search.Restriction;

/** Which events are wanted; an empty part does not matter. */
public class AuditFilter implements Serializable {
    private LocalDate from;
    private LocalDate until;
    private String agent = "";
    private String action = "";
    private String outcome = "";
    private String patient = "";
    private String entity = "";

    /** The same in the parameters of {@link org.aegle.access.AuditReview#TABLE}. */
    List<Restriction> restrictions() {
        List<Restriction> all = new ArrayList<>();
        if (from != null || until != null) {
            all.add(Restriction.where("date", new Match.Between(text(from), text(until))));
        }
        add(all, action, Restriction.where("action", Match.is(action)));
        add(all, outcome, Restriction.where("outcome", Match.is(outcome)));
        add(all, agent, Restriction.where("agent", new Match.StartsWith(agent.strip())));
        add(all, entity, Restriction.where("entity", new Match.StartsWith(entity.strip())));
        for (String word : patient.strip().split("[\\s,^]+")) {
            add(all, word, Restriction.where("patient", new Match.WordStarts(word)));
        }
        return all;
    }

    private static void add(List<Restriction> all, String typed, Restriction restriction) {
        if (!typed.isBlank()) {
            all.add(restriction);
        }
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

    public String getAgent() {
        return agent;
    }

    public void setAgent(String agent) {
        this.agent = Objects.requireNonNullElse(agent, "");
    }

    public String getAction() {
        return action;
    }

    public void setAction(String action) {
        this.action = Objects.requireNonNullElse(action, "");
    }

    public String getOutcome() {
        return outcome;
    }

    public void setOutcome(String outcome) {
        this.outcome = Objects.requireNonNullElse(outcome, "");
    }

    public String getPatient() {
        return patient;
    }

    public void setPatient(String patient) {
        this.patient = Objects.requireNonNullElse(patient, "");
    }

    public String getEntity() {
        return entity;
    }

    public void setEntity(String entity) {
        this.entity = Objects.requireNonNullElse(entity, "");
    }
}
