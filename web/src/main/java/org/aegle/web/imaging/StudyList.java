package org.aegle.web.imaging;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.aegle.imaging.Studies;
import org.aegle.web.look.Look;
import org.aegle.web.session.CurrentCaller;

/** Finding studies by date, modality, accession number, patient and description. */
@Named
@ViewScoped
public class StudyList implements Serializable {
    @Inject
    private Studies studies;

    @Inject
    private CurrentCaller me;

    @Inject
    private Look look;

    private StudyFilter filter = new StudyFilter();
    private StudyRows rows;

    public StudyRows getRows() {
        if (rows == null) {
            rows = new StudyRows(studies, me);
            rows.ask(filter.restrictions());
        }
        return rows;
    }

    public void search() {
        getRows().ask(filter.restrictions());
    }

    public void clear() {
        filter = new StudyFilter();
        search();
    }

    /** Only studies of the last days; 0 for those of today. */
    public void lastDays(int days) {
        LocalDate today = LocalDate.now(look.getZone());
        filter.setFrom(today.minusDays(days));
        filter.setUntil(today);
        search();
    }

    public StudyFilter getFilter() {
        return filter;
    }

    public List<String> getModalities() {
        return Modalities.CODES;
    }
}
