package org.aegle.web.audit;

import org.aegle.access.AuditReview;
import org.aegle.access.AuditView;
import org.aegle.search.Page;
import org.aegle.search.SearchRequest;
import org.aegle.search.Sort;
import org.aegle.web.page.PagedRows;
import org.aegle.web.session.CurrentCaller;

/** The events that fit a filter, newest first. */
public class AuditRows extends PagedRows<AuditView> {
    private final AuditReview review;
    private final CurrentCaller me;

    AuditRows(AuditReview review, CurrentCaller me) {
        this.review = review;
        this.me = me;
    }

    @Override
    protected Page<AuditView> search(SearchRequest request) {
        return review.search(me.get(), request);
    }

    @Override
    protected Sort[] usualOrder() {
        return new Sort[] {new Sort("id", true)};
    }

    @Override
    public String getRowKey(AuditView event) {
        return Long.toString(event.id());
    }
}
