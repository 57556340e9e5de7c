package org.aegle.imaging;

import java.util.List;
import java.util.function.Function;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;
import org.aegle.search.Rows;

/**
 * The columns that matches of a level are made of, and how: no more than the answer needs, since a list has many rows.
 *
 * @param columns as they stand after SELECT
 * @param match makes a match of their values
 */
record MatchRows(String columns, Function<Object[], ImagingMatch> match) {
    private static final String STUDY = "s.study_instance_uid,"
            + " (select string_agg(distinct m.modality, '\\' order by m.modality) from series m where m.study_id = s.id"
            + " and m.modality <> ''), (select count(*) from series m where m.study_id = s.id),"
            + " (select count(*) from instance n where n.study_id = s.id), s.attributes";
    private static final String SERIES = "s.study_instance_uid, e.series_instance_uid,"
            + " (select count(*) from instance n where n.series_id = e.id), s.attributes, e.attributes";
    private static final String INSTANCE = "s.study_instance_uid, e.series_instance_uid, o.sop_instance_uid,"
            + " o.sop_class_uid, o.instance_number, o.rows, o.columns, o.bits_allocated, o.frames, s.attributes,"
            + " e.attributes";

    static MatchRows of(ImagingLevel level) {
        return switch (level) {
            case PATIENT -> new MatchRows(ImagingRows.PATIENT, MatchRows::patient);
            case STUDY -> new MatchRows(STUDY, MatchRows::study);
            case SERIES -> new MatchRows(SERIES, MatchRows::series);
            case INSTANCE -> new MatchRows(INSTANCE, MatchRows::instance);
        };
    }

    private static ImagingMatch patient(Object[] c) {
        ImagedPatient patient = ImagingRows.patient(c);
        Attributes known = new Attributes();
        known.setString(Tag.PatientName, VR.PN, patient.dicomName());
        known.setString(Tag.PatientID, VR.LO, patient.identifier());
        known.setString(Tag.IssuerOfPatientID, VR.LO, patient.authority());
        known.setString(Tag.PatientBirthDate, VR.DA, day(patient));
        known.setString(Tag.PatientSex, VR.CS, patient.gender().dicom());
        known.setInt(Tag.NumberOfPatientRelatedStudies, VR.IS, patient.studies());
        known.setInt(Tag.NumberOfPatientRelatedSeries, VR.IS, patient.series());
        known.setInt(Tag.NumberOfPatientRelatedInstances, VR.IS, patient.instances());
        return new ImagingMatch("", "", "", List.of(), known);
    }

    /** DA has no form for a month or a year alone. */
    private static String day(ImagedPatient patient) {
        String day = patient.birthDate().text().replace("-", "");
        return day.length() == 8 ? day : "";
    }

    private static ImagingMatch study(Object[] c) {
        String uid = Rows.text(c[0]);
        Attributes known = new Attributes();
        known.setString(Tag.StudyInstanceUID, VR.UI, uid);
        known.setString(Tag.ModalitiesInStudy, VR.CS, Rows.text(c[1]).split("\\\\"));
        known.setInt(Tag.NumberOfStudyRelatedSeries, VR.IS, (int) Rows.number(c[2]));
        known.setInt(Tag.NumberOfStudyRelatedInstances, VR.IS, (int) Rows.number(c[3]));
        return new ImagingMatch(uid, "", "", List.of(Rows.text(c[4])), known);
    }

    private static ImagingMatch series(Object[] c) {
        Attributes known = new Attributes();
        known.setString(Tag.StudyInstanceUID, VR.UI, Rows.text(c[0]));
        known.setString(Tag.SeriesInstanceUID, VR.UI, Rows.text(c[1]));
        known.setInt(Tag.NumberOfSeriesRelatedInstances, VR.IS, (int) Rows.number(c[2]));
        return new ImagingMatch(Rows.text(c[0]), Rows.text(c[1]), "", List.of(Rows.text(c[3]), Rows.text(c[4])), known);
    }

    private static ImagingMatch instance(Object[] c) {
        Attributes known = new Attributes();
        known.setString(Tag.StudyInstanceUID, VR.UI, Rows.text(c[0]));
        known.setString(Tag.SeriesInstanceUID, VR.UI, Rows.text(c[1]));
        known.setString(Tag.SOPInstanceUID, VR.UI, Rows.text(c[2]));
        known.setString(Tag.SOPClassUID, VR.UI, Rows.text(c[3]));
        if (c[4] != null) {
            known.setString(Tag.InstanceNumber, VR.IS, Rows.text(c[4]));
        }
        if (Rows.number(c[8]) > 0) {
            known.setInt(Tag.Rows, VR.US, (int) Rows.number(c[5]));
            known.setInt(Tag.Columns, VR.US, (int) Rows.number(c[6]));
            known.setInt(Tag.BitsAllocated, VR.US, (int) Rows.number(c[7]));
            known.setInt(Tag.NumberOfFrames, VR.IS, (int) Rows.number(c[8]));
        }
        return new ImagingMatch(
                Rows.text(c[0]), Rows.text(c[1]), Rows.text(c[2]), List.of(Rows.text(c[9]), Rows.text(c[10])), known);
    }
}
