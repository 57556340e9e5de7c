package org.aegle.web.reconciliation;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.aegle.imaging.arrival.Reconciliation;
import org.aegle.imaging.arrival.WaitingCase;
import org.aegle.web.session.CurrentCaller;

/** What waits to be reconciled, study by study. */
@Named
@ViewScoped
public class WaitingStudies implements Serializable {
    @Inject
    private Reconciliation reconciliation;

    @Inject
    private CurrentCaller me;

    private List<WaitingCase> cases = List.of();

    public void open() {
        cases = reconciliation.waiting(me.get());
    }

    public List<WaitingCase> getCases() {
        return cases;
    }
}
