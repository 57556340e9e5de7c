package org.aegle.web.audit;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.aegle.access.AuditReview;
import org.aegle.access.AuditView;
import org.aegle.audit.AuditAction;
import org.aegle.audit.AuditOutcome;
import org.aegle.web.page.LogRows;
import org.aegle.web.session.CurrentCaller;

/** Reading who did what: the privacy officer's page. */
@Named
@ViewScoped
public class AuditEvents implements Serializable {
    @Inject
    private AuditReview review;

    @Inject
    private CurrentCaller me;

    private AuditFilter filter = new AuditFilter();
    private LogRows<AuditView> rows;

    public LogRows<AuditView> getRows() {
        if (rows == null) {
            rows = new LogRows<>(request -> review.search(me.get(), request), AuditView::id);
            rows.ask(filter.restrictions());
        }
        return rows;
    }

    public void search() {
        getRows().ask(filter.restrictions());
    }

    public void clear() {
        filter = new AuditFilter();
        search();
    }

    public AuditFilter getFilter() {
        return filter;
    }

    public AuditAction[] getActions() {
        return AuditAction.values();
    }

    public AuditOutcome[] getOutcomes() {
        return AuditOutcome.values();
    }
}
