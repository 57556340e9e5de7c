package org.aegle.web.imaging;

import org.aegle.imaging.Studies;
import org.aegle.imaging.StudySummary;
import org.aegle.search.Page;
import org.aegle.search.SearchRequest;
import org.aegle.search.Sort;
import org.aegle.web.page.PagedRows;
import org.aegle.web.session.CurrentCaller;

/** The studies that fit a filter, newest first unless the person sorts otherwise. */
public class StudyRows extends PagedRows<StudySummary> {
    private final Studies studies;
    private final CurrentCaller me;

    StudyRows(Studies studies, CurrentCaller me) {
        this.studies = studies;
        this.me = me;
    }

    @Override
    protected Page<StudySummary> search(SearchRequest request) {
        return studies.search(me.get(), request);
    }

    @Override
    protected Sort[] usualOrder() {
        return new Sort[] {new Sort("StudyDate", true), new Sort("StudyTime", true)};
    }

    @Override
    public String getRowKey(StudySummary study) {
        return study.uid().value();
    }
}
