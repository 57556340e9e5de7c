package org.aegle.web.imaging;

import org.aegle.id.SeriesInstanceUid;
import org.aegle.id.StudyInstanceUid;
import org.aegle.imaging.InstanceSummary;
import org.aegle.imaging.Studies;
import org.aegle.search.Match;
import org.aegle.search.Page;
import org.aegle.search.Restriction;
import org.aegle.search.SearchRequest;
import org.aegle.search.Sort;
import org.aegle.web.page.PagedRows;
import org.aegle.web.session.CurrentCaller;

/** The instances of a series by Instance Number. */
public class InstanceRows extends PagedRows<InstanceSummary> {
    private final Studies studies;
    private final CurrentCaller me;
    private final StudyInstanceUid study;
    private final SeriesInstanceUid series;

    InstanceRows(Studies studies, CurrentCaller me, StudyInstanceUid study, SeriesInstanceUid series) {
        this.studies = studies;
        this.me = me;
        this.study = study;
        this.series = series;
    }

    @Override
    protected Page<InstanceSummary> search(SearchRequest request) {
        return studies.searchInstances(
                me.get(),
                request.and(Restriction.where("StudyInstanceUID", Match.is(study.value())))
                        .and(Restriction.where("SeriesInstanceUID", Match.is(series.value()))));
    }

    @Override
    protected Sort[] usualOrder() {
        return new Sort[] {new Sort("InstanceNumber", false)};
    }

    @Override
    public String getRowKey(InstanceSummary instance) {
        return instance.uid().value();
    }
}
