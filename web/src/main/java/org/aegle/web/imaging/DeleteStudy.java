package org.aegle.web.imaging;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import org.aegle.id.SeriesInstanceUid;
import org.aegle.id.StudyInstanceUid;
import org.aegle.imaging.RetrieveScope;
import org.aegle.imaging.SeriesSummary;
import org.aegle.imaging.StudyDeletion;
import org.aegle.imaging.StudySummary;
import org.aegle.refusal.Invalid;
import org.aegle.web.format.Formats;
import org.aegle.web.format.Texts;
import org.aegle.web.page.FacesMessages;
import org.aegle.web.session.CurrentCaller;

/** Deleting a study, or a series of it, for good; the dialog says whose and how much it is and wants a reason. */
@Named
@ViewScoped
public class DeleteStudy implements Serializable {
    @Inject
    private StudyDeletion deletion;

    @Inject
    private CurrentCaller me;

    @Inject
    private Texts texts;

    @Inject
    private Formats formats;

    @Inject
    private FacesMessages messages;

    private String reason = "";

    public String textOf(StudySummary study) {
        return texts.get(
                "delete.text.study",
                described(study.description()),
                formats.name(study.patientName()),
                study.series(),
                study.instances());
    }

    public String textOf(StudySummary study, SeriesSummary series) {
        String name = series.description().isEmpty()
                ? texts.get("series.numbered", series.seriesNumber())
                : series.description();
        return texts.get(
                "delete.text.series",
                name,
                described(study.description()),
                formats.name(study.patientName()),
                series.instances());
    }

    public void deleteStudy(StudySummary study) throws IOException {
        delete(new RetrieveScope.OfStudy(study.uid()), chart(study));
    }

    public void deleteSeries(StudySummary study, String series) throws IOException {
        StudyInstanceUid uid = study.uid();
        String next = study.series() > 1 ? "/imaging/study?uid=" + uid : chart(study);
        delete(new RetrieveScope.OfSeries(uid, new SeriesInstanceUid(series)), next);
    }

    private void delete(RetrieveScope scope, String next) throws IOException {
        if (reason.isBlank() || reason.length() > StudyDeletion.LONGEST_REASON) {
            throw new Invalid("deletionReason", "must have 1 to " + StudyDeletion.LONGEST_REASON + " characters");
        }
        messages.confirmThere("delete.done", deletion.delete(me.get(), scope, reason));
        FacesContext.getCurrentInstance().getExternalContext().redirect(next);
    }

    private String described(String description) {
        return description.isEmpty() ? texts.get("study.undescribed") : description;
    }

    private static String chart(StudySummary study) {
        return "/patient/chart?id=" + study.patient();
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason == null ? "" : reason;
    }
}
