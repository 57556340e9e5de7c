package org.aegle.web.patient;

import org.aegle.patient.PatientSearch;
import org.aegle.patient.PatientView;
import org.aegle.patient.Patients;
import org.aegle.search.Page;
import org.aegle.search.SearchRequest;
import org.aegle.search.Sort;
import org.aegle.web.page.PagedRows;
import org.aegle.web.session.CurrentCaller;

/** The patients that were found, or all of them, those changed last first. */
public class PatientRows extends PagedRows<PatientView> {
    private static final Sort[] BY_NAME = {new Sort("family", false), new Sort("given", false)};
    private static final Sort[] BY_CHANGE = {new Sort("_lastUpdated", true)};

    private final Patients patients;
    private final CurrentCaller me;
    private String typed = "";

    PatientRows(Patients patients, CurrentCaller me) {
        this.patients = patients;
        this.me = me;
    }

    void ask(String words) {
        typed = words;
        ask(PatientSearch.understand(words));
    }

    @Override
    protected Page<PatientView> search(SearchRequest request) {
        return patients.search(me.get(), request);
    }

    @Override
    protected Sort[] usualOrder() {
        return typed.isBlank() ? BY_CHANGE : BY_NAME;
    }

    @Override
    public String getRowKey(PatientView patient) {
        return patient.id().toString();
    }
}
