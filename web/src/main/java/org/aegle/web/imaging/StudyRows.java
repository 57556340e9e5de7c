package org.aegle.web.imaging;

import java.util.List;
import org.aegle.imaging.Studies;
import org.aegle.imaging.StudySummary;
import org.aegle.search.Page;
import org.aegle.search.Restriction;
import org.aegle.search.SearchRequest;
import org.aegle.search.Sort;
import org.aegle.web.page.PagedRows;
import org.aegle.web.session.CurrentCaller;

/** The studies that fit a filter, newest first unless the person sorts otherwise. */
public class StudyRows extends PagedRows<StudySummary> {
    private final Studies studies;
    private final CurrentCaller me;
    private List<Restriction> wanted = List.of();

    StudyRows(Studies studies, CurrentCaller me) {
        this.studies = studies;
        this.me = me;
    }

    void ask(StudyFilter filter) {
        wanted = filter.restrictions();
        reset();
    }

    @Override
    protected Page<StudySummary> search(SearchRequest request) {
        SearchRequest restricted = request;
        for (Restriction restriction : wanted) {
            restricted = restricted.and(restriction);
        }
        return studies.search(me.get(), restricted);
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
