package org.aegle.web.imaging;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.aegle.dicom.dictionary.UidDictionary;
import org.aegle.id.SeriesInstanceUid;
import org.aegle.id.StudyInstanceUid;
import org.aegle.imaging.SeriesSummary;
import org.aegle.imaging.Studies;
import org.aegle.imaging.StudySummary;
import org.aegle.patient.PatientView;
import org.aegle.patient.Patients;
import org.aegle.web.session.CurrentCaller;

/** A study: its series with their pictures, and the instances of the series that was chosen. */
@Named
@ViewScoped
public class StudyPage implements Serializable {
    @Inject
    private Studies studies;

    @Inject
    private Patients patients;

    @Inject
    private CurrentCaller me;

    private String uid = "";
    private String chosen = "";
    private StudySummary study;
    private PatientView patient;
    private List<SeriesSummary> series = List.of();
    private InstanceRows instances;

    public void open() {
        study = studies.get(me.get(), new StudyInstanceUid(uid));
        patient = patients.get(me.get(), study.patient());
        series = studies.series(me.get(), study.uid());
        if (chosen.isEmpty() && series.size() == 1) {
            chosen = series.get(0).uid().value();
        }
        if (!chosen.isEmpty()) {
            instances = new InstanceRows(studies, me, study.uid(), new SeriesInstanceUid(chosen));
        }
    }

    public boolean isChosen(SeriesSummary one) {
        return one.uid().value().equals(chosen);
    }

    /** The series whose instances are listed. */
    public SeriesSummary getChosenSeries() {
        return series.stream().filter(this::isChosen).findFirst().orElse(null);
    }

    /** What a UID of the standard stands for, or the UID itself. */
    public String nameOf(String standardUid) {
        return UidDictionary.standard().nameOf(standardUid);
    }

    public String getUid() {
        return uid;
    }

    public void setUid(String uid) {
        this.uid = uid;
    }

    /** Series Instance UID of the series whose instances are listed, or empty. */
    public String getChosen() {
        return chosen;
    }

    public void setChosen(String chosen) {
        this.chosen = chosen == null ? "" : chosen;
    }

    public StudySummary getStudy() {
        return study;
    }

    public PatientView getPatient() {
        return patient;
    }

    public List<SeriesSummary> getSeries() {
        return series;
    }

    public InstanceRows getInstances() {
        return instances;
    }
}
