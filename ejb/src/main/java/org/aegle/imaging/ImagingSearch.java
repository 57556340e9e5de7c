package org.aegle.imaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aegle.search.SearchParameter;
import org.aegle.search.SearchTable;
import org.aegle.search.SortKey;

/**
 * What patients, studies, series and instances can be searched by, in the keywords of PS3.6. QIDO-RS, C-FIND and FHIR
 * ask the same tables. A series is also found by its study's parameters, an instance by both (PS3.18 10.6.1.2).
 */
public final class ImagingSearch {
    private static final String OF_PATIENT =
            "exists (select 1 from patient_identifier i where i.patient_id = p.id and {})";
    private static final String OF_SERIES = "exists (select 1 from series m where m.study_id = s.id and {})";
    private static final String OF_REQUEST = "exists (select 1 from series_request q where q.series_id = e.id and {})";

    private static final List<SearchParameter> PATIENT_PARAMETERS = List.of(
            SearchParameter.string("PatientName", "fold(p.name_dicom)"),
            SearchParameter.token("PatientID", "i.value").within(OF_PATIENT),
            SearchParameter.token("IssuerOfPatientID", "i.authority").within(OF_PATIENT),
            SearchParameter.date("PatientBirthDate", "p.birth_first", "p.birth_last"),
            SearchParameter.token("PatientSex", "p.gender"));

    private static final List<SearchParameter> STUDY_PARAMETERS = joined(
            PATIENT_PARAMETERS,
            List.of(
                    SearchParameter.token("StudyInstanceUID", "s.study_instance_uid"),
                    SearchParameter.date("StudyDate", "s.study_date", "s.study_date"),
                    SearchParameter.time("StudyTime", "s.study_time"),
                    SearchParameter.token("AccessionNumber", "s.accession_number"),
                    SearchParameter.string("StudyDescription", "fold(s.description)"),
                    SearchParameter.string("ReferringPhysicianName", "fold(s.referring_physician)"),
                    SearchParameter.token("StudyID", "s.study_id"),
                    SearchParameter.token("ModalitiesInStudy", "m.modality").within(OF_SERIES),
                    SearchParameter.token("Patient", "cast(p.id as text)"),
                    SearchParameter.string("PatientWords", "p.name_folded"),
                    SearchParameter.date("Received", "cast(s.received_at as date)", "cast(s.received_at as date)")));

    private static final List<SearchParameter> SERIES_PARAMETERS = List.of(
            SearchParameter.token("SeriesInstanceUID", "e.series_instance_uid"),
            SearchParameter.token("Modality", "e.modality"),
            SearchParameter.number("SeriesNumber", "e.series_number"),
            SearchParameter.string("SeriesDescription", "fold(e.description)"),
            SearchParameter.token("BodyPartExamined", "e.body_part"),
            SearchParameter.date("PerformedProcedureStepStartDate", "e.performed_date", "e.performed_date"),
            SearchParameter.time("PerformedProcedureStepStartTime", "e.performed_time"),
            SearchParameter.token("ScheduledProcedureStepID", "q.scheduled_procedure_step_id")
                    .within(OF_REQUEST),
            SearchParameter.token("RequestedProcedureID", "q.requested_procedure_id")
                    .within(OF_REQUEST));

    private static final List<SearchParameter> INSTANCE_PARAMETERS = List.of(
            SearchParameter.token("SOPInstanceUID", "o.sop_instance_uid"),
            SearchParameter.token("SOPClassUID", "o.sop_class_uid"),
            SearchParameter.number("InstanceNumber", "o.instance_number"));

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

    private static List<SearchParameter> joined(List<SearchParameter> some, List<SearchParameter> more) {
        List<SearchParameter> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
