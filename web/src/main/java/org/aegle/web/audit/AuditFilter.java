package org.aegle.web.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.aegle.search.Match;
import org.aegle.search.Restriction;
import org.aegle.web.page.ListFilter;

/** Which events are wanted; an empty part does not matter. */
public class AuditFilter extends ListFilter {
    private String agent = "";
    private String action = "";
    private String outcome = "";
    private String entity = "";

    /** The same in the parameters of {@link org.aegle.access.AuditReview#TABLE}. */
    @Override
    public List<Restriction> restrictions() {
        List<Restriction> all = new ArrayList<>();
        days("date").ifPresent(all::add);
        add(all, action, Restriction.where("action", Match.is(action)));
        add(all, outcome, Restriction.where("outcome", Match.is(outcome)));
        add(all, agent, Restriction.where("agent", new Match.StartsWith(agent.strip())));
        add(all, entity, Restriction.where("entity", new Match.StartsWith(entity.strip())));
        for (String word : patientWords()) {
            all.add(Restriction.where("patient", new Match.WordStarts(word)));
        }
        return all;
    }

    private static void add(List<Restriction> all, String typed, Restriction restriction) {
        if (!typed.isBlank()) {
            all.add(restriction);
        }
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

    public String getEntity() {
        return entity;
    }

    public void setEntity(String entity) {
        this.entity = Objects.requireNonNullElse(entity, "");
    }
}
