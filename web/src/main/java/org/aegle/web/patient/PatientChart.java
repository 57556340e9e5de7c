package org.aegle.web.patient;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.aegle.id.PatientId;
import org.aegle.id.StudyInstanceUid;
import org.aegle.imaging.SeriesSummary;
import org.aegle.imaging.Studies;
import org.aegle.imaging.StudySummary;
import org.aegle.patient.PatientView;
import org.aegle.patient.Patients;
import org.aegle.search.Match;
import org.aegle.search.Restriction;
import org.aegle.search.SearchRequest;
import org.aegle.search.Sort;
import org.aegle.web.session.CurrentCaller;

/** All that is known of one patient. */
@Named
@ViewScoped
public class PatientChart implements Serializable {
    private static final int MOST_SERIES = 2000;
    private static final List<PatientField> CONTACT = List.of(
            PatientField.PHONE,
            PatientField.EMAIL,
            PatientField.ADDRESS_LINE,
            PatientField.POSTAL_CODE,
            PatientField.CITY,
            PatientField.COUNTRY,
            PatientField.LANGUAGE);

    @Inject
    private Patients patients;

    @Inject
    private Studies studies;

    @Inject
    private CurrentCaller me;

    private String id = "";
    private PatientView patient;
    private List<StudySummary> ownStudies = List.of();
    private Map<StudyInstanceUid, List<SeriesSummary>> series = Map.of();

    public void open() {
        PatientId key = PatientAddress.of(id);
        patient = patients.get(me.get(), key);
        ownStudies = studies.ofPatient(me.get(), key);
        series = ownStudies.isEmpty() ? Map.of() : seriesByStudy();
    }

    private Map<StudyInstanceUid, List<SeriesSummary>> seriesByStudy() {
        SearchRequest request = SearchRequest.all(MOST_SERIES)
                .and(Restriction.where("Patient", Match.is(patient.id().toString())))
                .sortedBy(new Sort("StudyDate", true), new Sort("SeriesNumber", false));
        return studies.searchSeries(me.get(), request).rows().stream()
                .collect(Collectors.groupingBy(SeriesSummary::study));
    }

    /** The first series of a study, none or a few, as its picture. */
    public List<SeriesSummary> preview(StudySummary study, int most) {
        List<SeriesSummary> all = series.getOrDefault(study.uid(), List.of());
        return List.copyOf(all.subList(0, Math.min(most, all.size())));
    }

    /** What is known of how to reach the patient, by field. */
    public List<Map.Entry<String, String>> getContact() {
        return CONTACT.stream()
                .map(f -> Map.entry(f.key(), f.of(patient.demographics())))
                .filter(e -> !e.getValue().isEmpty())
                .toList();
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id == null ? "" : id;
    }

    public PatientView getPatient() {
        return patient;
    }

    public List<StudySummary> getStudies() {
        return ownStudies;
    }
}
