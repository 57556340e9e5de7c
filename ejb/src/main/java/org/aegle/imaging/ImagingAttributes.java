package org.aegle.imaging;

import static org.aegle.imaging.ImagingAttribute.computed;
import static org.aegle.imaging.ImagingAttribute.documented;
import static org.aegle.imaging.ImagingAttribute.key;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.aegle.dicom.data.Tag;
import org.aegle.search.SearchParameter;

/**
 * The attributes that QIDO-RS and C-FIND know, by the level that they belong to. A line here makes an attribute matched,
 * or kept and given back, at its level and those below, through every door. PS3.18 tables 10.6.1-5 and 10.6.3-3 to
 * 10.6.3-5, PS3.4 C.6.
 */
final class ImagingAttributes {
    private static final String OF_PATIENT =
            "exists (select 1 from patient_identifier i where i.patient_id = p.id and {})";
    private static final String OF_SERIES = "exists (select 1 from series m where m.study_id = s.id and {})";
    private static final String OF_PROCEDURE =
            "exists (select 1 from study_procedure c where c.study_id = s.id and {})";
    private static final String OF_REQUEST = "exists (select 1 from series_request q where q.series_id = e.id and {})";

    static final List<ImagingAttribute> PATIENT = List.of(
            documented(Tag.PatientName)
                    .always()
                    .matched(n -> SearchParameter.name(n, "fold(p.name_dicom)", "sounds(p.name_dicom)")),
            documented(Tag.PatientID).always().matched(token("i.value", OF_PATIENT)),
            documented(Tag.IssuerOfPatientID).matched(token("i.authority", OF_PATIENT)),
            documented(Tag.PatientBirthDate)
                    .always()
                    .matched(n -> SearchParameter.date(n, "p.birth_first", "p.birth_last")),
            documented(Tag.PatientSex).always().matched(token("p.gender")));

    /** Of a patient alone; below that level they would be of somebody else's studies too. */
    static final List<ImagingAttribute> PATIENT_COUNTS = List.of(
            computed(Tag.NumberOfPatientRelatedStudies),
            computed(Tag.NumberOfPatientRelatedSeries),
            computed(Tag.NumberOfPatientRelatedInstances));

    static final List<ImagingAttribute> STUDY = List.of(
            documented(Tag.StudyInstanceUID).always().matched(token("s.study_instance_uid")),
            documented(Tag.StudyDate).always().matched(date("s.study_date")),
            documented(Tag.StudyTime).always().matched(n -> SearchParameter.time(n, "s.study_time")),
            documented(Tag.AccessionNumber).always().matched(token("s.accession_number")),
            documented(Tag.IssuerOfAccessionNumberSequence),
            documented(Tag.ReferringPhysicianName)
                    .always()
                    .matched(n ->
                            SearchParameter.name(n, "fold(s.referring_physician)", "sounds(s.referring_physician)")),
            documented(Tag.TimezoneOffsetFromUTC).always(),
            documented(Tag.StudyDescription).always().matched(n -> SearchParameter.string(n, "fold(s.description)")),
            documented(Tag.StudyID).always().matched(token("s.study_id")),
            documented(Tag.ProcedureCodeSequence),
            key(Tag.ProcedureCodeSequence, Tag.CodeValue).matched(token("c.code_value", OF_PROCEDURE)),
            key(Tag.ProcedureCodeSequence, Tag.CodingSchemeDesignator).matched(token("c.coding_scheme", OF_PROCEDURE)),
            documented(Tag.NameOfPhysiciansReadingStudy),
            documented(Tag.AdmittingDiagnosesDescription),
            documented(Tag.OtherPatientIDsSequence),
            documented(Tag.PatientAge),
            documented(Tag.PatientSize),
            documented(Tag.PatientWeight),
            documented(Tag.PatientComments),
            computed(Tag.ModalitiesInStudy).always().matched(token("m.modality", OF_SERIES)),
            computed(Tag.NumberOfStudyRelatedSeries).always(),
            computed(Tag.NumberOfStudyRelatedInstances).always());

    static final List<ImagingAttribute> SERIES = List.of(
            documented(Tag.SeriesInstanceUID).always().matched(token("e.series_instance_uid")),
            documented(Tag.Modality).always().matched(token("e.modality")),
            documented(Tag.SeriesNumber).always().matched(n -> SearchParameter.number(n, "e.series_number")),
            documented(Tag.SeriesDescription).always().matched(n -> SearchParameter.string(n, "fold(e.description)")),
            documented(Tag.BodyPartExamined).always().matched(token("e.body_part")),
            documented(Tag.PerformedProcedureStepStartDate).always().matched(date("e.performed_date")),
            documented(Tag.PerformedProcedureStepStartTime)
                    .always()
                    .matched(n -> SearchParameter.time(n, "e.performed_time")),
            documented(Tag.RequestAttributesSequence).always(),
            key(Tag.RequestAttributesSequence, Tag.ScheduledProcedureStepID)
                    .matched(token("q.scheduled_procedure_step_id", OF_REQUEST)),
            key(Tag.RequestAttributesSequence, Tag.RequestedProcedureID)
                    .matched(token("q.requested_procedure_id", OF_REQUEST)),
            documented(Tag.TimezoneOffsetFromUTC).always(),
            documented(Tag.SeriesDate),
            documented(Tag.SeriesTime),
            documented(Tag.Manufacturer),
            documented(Tag.InstitutionName),
            documented(Tag.StationName),
            documented(Tag.SeriesDescriptionCodeSequence),
            documented(Tag.InstitutionalDepartmentName),
            documented(Tag.PerformingPhysicianName),
            documented(Tag.OperatorsName),
            documented(Tag.ManufacturerModelName),
            documented(Tag.ProtocolName),
            documented(Tag.PatientPosition),
            documented(Tag.FrameOfReferenceUID),
            documented(Tag.Laterality),
            computed(Tag.NumberOfSeriesRelatedInstances).always());

    static final List<ImagingAttribute> INSTANCE = List.of(
            computed(Tag.SeriesInstanceUID).always(),
            computed(Tag.SOPInstanceUID).always().matched(token("o.sop_instance_uid")),
            computed(Tag.SOPClassUID).always().matched(token("o.sop_class_uid")),
            computed(Tag.InstanceNumber).always().matched(n -> SearchParameter.number(n, "o.instance_number")),
            computed(Tag.Rows).always(),
            computed(Tag.Columns).always(),
            computed(Tag.BitsAllocated).always(),
            computed(Tag.NumberOfFrames).always());

    private ImagingAttributes() {}

    static List<ImagingAttribute> joined(List<ImagingAttribute> some, List<ImagingAttribute> more) {
        List<ImagingAttribute> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    private static Function<String, SearchParameter> token(String column) {
        return name -> SearchParameter.token(name, column);
    }

    private static Function<String, SearchParameter> token(String column, String within) {
        return name -> SearchParameter.token(name, column).within(within);
    }

    private static Function<String, SearchParameter> date(String column) {
        return name -> SearchParameter.date(name, column, column);
    }
}
