package org.aegle.web.imaging;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.aegle.dicom.data.Attributes;
import org.aegle.id.SeriesInstanceUid;
import org.aegle.id.SopInstanceUid;
import org.aegle.id.StudyInstanceUid;
import org.aegle.imaging.InstanceAttributes;
import org.aegle.imaging.Studies;
import org.aegle.imaging.StudySummary;
import org.aegle.patient.PatientView;
import org.aegle.patient.Patients;
import org.aegle.web.format.Formats;
import org.aegle.web.format.Texts;
import org.aegle.web.session.CurrentCaller;

/** All attributes of one instance, as it was received. */
@Named
@ViewScoped
public class InstancePage implements Serializable {
    @Inject
    private InstanceAttributes attributes;

    @Inject
    private Studies studies;

    @Inject
    private Patients patients;

    @Inject
    private CurrentCaller me;

    @Inject
    private Texts texts;

    @Inject
    private Formats formats;

    private String studyUid = "";
    private String seriesUid = "";
    private String instanceUid = "";
    private StudySummary study;
    private PatientView patient;
    private List<AttributeRow> rows = List.of();

    public void open() {
        StudyInstanceUid uid = new StudyInstanceUid(studyUid);
        study = studies.get(me.get(), uid);
        patient = patients.get(me.get(), study.patient());
        Attributes set =
                attributes.get(me.get(), uid, new SeriesInstanceUid(seriesUid), new SopInstanceUid(instanceUid));
        rows = new AttributeRows(texts, formats).of(set);
    }

    public String getStudyUid() {
        return studyUid;
    }

    public void setStudyUid(String studyUid) {
        this.studyUid = studyUid;
    }

    public String getSeriesUid() {
        return seriesUid;
    }

    public void setSeriesUid(String seriesUid) {
        this.seriesUid = seriesUid;
    }

    public String getInstanceUid() {
        return instanceUid;
    }

    public void setInstanceUid(String instanceUid) {
        this.instanceUid = instanceUid;
    }

    public StudySummary getStudy() {
        return study;
    }

    public PatientView getPatient() {
        return patient;
    }

    public List<AttributeRow> getRows() {
        return rows;
    }
}
