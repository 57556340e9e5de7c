package org.aegle.imaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aegle.search.SearchParameter;
import org.aegle.search.SearchTable;
import org.aegle.search.SortKey;

/**
 * What patients, studies, series and instances can be searched by: the keys of {@link ImagingAttributes}. QIDO-RS, C-FIND and FHIR
 * ask the same tables. A series is also found by its study's parameters, an instance by both (PS3.18 10.6.1.2).
 */
public final class ImagingSearch {
    /** What our own pages and FHIR ask of a study, and DICOM has no attribute for. */
    private static final List<SearchParameter> OF_OURS = List.of(
            SearchParameter.token("Patient", "cast(p.id as text)"),
            SearchParameter.string("PatientWords", "p.name_folded"),
            SearchParameter.date("Received", "cast(s.received_at as date)", "cast(s.received_at as date)"),
            SearchParameter.time(
                    AttributeKeys.moment("StudyDate"), "(to_char(s.study_date, 'YYYYMMDD') || s.study_time)"));

    private static final List<SearchParameter> PATIENT_PARAMETERS = parameters(ImagingAttributes.PATIENT);
    private static final List<SearchParameter> STUDY_PARAMETERS =
            joined(joined(PATIENT_PARAMETERS, parameters(ImagingAttributes.STUDY)), OF_OURS);
    private static final List<SearchParameter> SERIES_PARAMETERS = joined(
            parameters(ImagingAttributes.SERIES),
            List.of(SearchParameter.time(
                    AttributeKeys.moment("PerformedProcedureStepStartDate"),
                    "(to_char(e.performed_date, 'YYYYMMDD') || e.performed_time)")));
    private static final List<SearchParameter> INSTANCE_PARAMETERS = parameters(ImagingAttributes.INSTANCE);

    private static final String STUDY_FROM = "study s join patient p on p.id = s.patient_id";
    private static final String SERIES_FROM =
            "series e join study s on s.id = e.study_id join patient p on p.id = s.patient_id";

    private static final SortKey RECEIVED = new SortKey("s.received_at", "timestamptz");
    private static final SortKey STUDY_DATE = new SortKey("coalesce(s.study_date, date '0001-01-01')", "date");

    /** Patients of whom there are images. */
    public static final SearchTable PATIENTS = SearchTable.of(
            "Patient",
            "patient p join lateral (select 1 from study s where s.patient_id = p.id limit 1) imaged on true",
            "p.id",
            "p.organization_id",
            PATIENT_PARAMETERS,
            Map.of("PatientName", new SortKey("fold(p.name_dicom)", "text")));

    public static final SearchTable STUDIES = SearchTable.of(
            "Study",
            STUDY_FROM,
            "s.id",
            "s.organization_id",
            STUDY_PARAMETERS,
            Map.of(
                    "StudyDate", STUDY_DATE,
                    "StudyTime", new SortKey("s.study_time", "text"),
                    "Received", RECEIVED,
                    "PatientName", new SortKey("fold(p.name_dicom)", "text"),
                    "AccessionNumber", new SortKey("s.accession_number", "text"),
                    "StudyDescription", new SortKey("fold(s.description)", "text")));

    public static final SearchTable SERIES = SearchTable.of(
            "Series",
            SERIES_FROM,
            "e.id",
            "s.organization_id",
            joined(STUDY_PARAMETERS, SERIES_PARAMETERS),
            Map.of(
                    "StudyDate",
                    STUDY_DATE,
                    "SeriesNumber",
                    new SortKey("coalesce(e.series_number, 2147483647)", "integer")));

    public static final SearchTable INSTANCES = SearchTable.of(
            "Instance",
            "instance o join blob b on b.id = o.blob_id join series e on e.id = o.series_id"
                    + " join study s on s.id = e.study_id join patient p on p.id = s.patient_id",
            "o.id",
            "s.organization_id",
            joined(joined(STUDY_PARAMETERS, SERIES_PARAMETERS), INSTANCE_PARAMETERS),
            Map.of(
                    "StudyDate", STUDY_DATE,
                    "SeriesNumber", new SortKey("coalesce(e.series_number, 2147483647)", "integer"),
                    "InstanceNumber", new SortKey("coalesce(o.instance_number, 2147483647)", "integer")));

    private ImagingSearch() {}

    private static List<SearchParameter> parameters(List<ImagingAttribute> attributes) {
        return attributes.stream().flatMap(a -> a.parameters().stream()).toList();
    }

    private static List<SearchParameter> joined(List<SearchParameter> some, List<SearchParameter> more) {
        List<SearchParameter> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
