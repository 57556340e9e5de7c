package org.aegle.imaging;

import java.util.Arrays;
import java.util.List;
import org.aegle.dicom.data.PersonName;
import org.aegle.id.PatientId;
import org.aegle.id.SeriesInstanceUid;
import org.aegle.id.SopInstanceUid;
import org.aegle.id.StudyInstanceUid;
import org.aegle.patient.AdministrativeGender;
import org.aegle.patient.HumanName;
import org.aegle.patient.PartialDate;
import org.aegle.search.Rows;

/** The columns that summaries are made of, and how. */
final class ImagingRows {
    private static final String FIRST_IDENTIFIER =
            "(select i.%s from patient_identifier i where i.patient_id = p.id order by i.position limit 1)";

    static final String PATIENT = "p.id, p.name_dicom, " + FIRST_IDENTIFIER.formatted("value") + ", "
            + FIRST_IDENTIFIER.formatted("authority") + ", p.birth_date, p.gender,"
            + " (select count(*) from study s where s.patient_id = p.id),"
            + " (select count(*) from series e join study s on s.id = e.study_id where s.patient_id = p.id),"
            + " (select count(*) from instance o join study s on s.id = o.study_id where s.patient_id = p.id)";

    static final String STUDY = "s.study_instance_uid, p.id, p.family, p.given, p.prefix, p.suffix, p.ideographic,"
            + " p.phonetic, (select i.value from patient_identifier i where i.patient_id = p.id"
            + " order by i.position limit 1), p.birth_date, p.gender, cast(s.study_date as text), s.study_time,"
            + " s.accession_number, s.description, s.referring_physician,"
            + " (select string_agg(distinct m.modality, ',' order by m.modality) from series m where m.study_id = s.id"
            + " and m.modality <> ''), (select count(*) from series m where m.study_id = s.id),"
            + " (select count(*) from instance n where n.study_id = s.id), s.received_at, s.updated_at, s.attributes";

    static final String SERIES = "s.study_instance_uid, e.series_instance_uid, e.modality, e.series_number,"
            + " e.description, e.body_part, (select count(*) from instance n where n.series_id = e.id), e.attributes,"
            + " s.attributes";

    static final String INSTANCE = "s.study_instance_uid, e.series_instance_uid, o.sop_instance_uid, o.sop_class_uid,"
            + " o.transfer_syntax_uid, o.instance_number, o.rows, o.columns, o.bits_allocated, o.frames, b.length,"
            + " o.received_at, e.attributes, s.attributes";

    private ImagingRows() {}

    static ImagedPatient patient(Object[] c) {
        return new ImagedPatient(
                new PatientId(Rows.number(c[0])),
                Rows.text(c[1]),
                Rows.text(c[2]),
                Rows.text(c[3]),
                new PartialDate(Rows.text(c[4])),
                AdministrativeGender.ofCode(Rows.text(c[5])).orElse(AdministrativeGender.UNSTATED),
                (int) Rows.number(c[6]),
                (int) Rows.number(c[7]),
                (int) Rows.number(c[8]));
    }

    static StudySummary study(Object[] c) {
        HumanName name = new HumanName(
                Rows.text(c[2]), Rows.text(c[3]), Rows.text(c[4]), Rows.text(c[5]), Rows.text(c[6]), Rows.text(c[7]));
        return new StudySummary(
                new StudyInstanceUid(Rows.text(c[0])),
                new PatientId(Rows.number(c[1])),
                name.display(),
                Rows.text(c[8]),
                new PartialDate(Rows.text(c[9])),
                AdministrativeGender.ofCode(Rows.text(c[10])).orElse(AdministrativeGender.UNSTATED),
                new PartialDate(Rows.text(c[11])),
                Rows.text(c[12]),
                Rows.text(c[13]),
                Rows.text(c[14]),
                PersonName.parse(Rows.text(c[15])).preferred().readable(),
                modalities(Rows.text(c[16])),
                (int) Rows.number(c[17]),
                (int) Rows.number(c[18]),
                Rows.instant(c[19]),
                Rows.instant(c[20]),
                Rows.text(c[21]));
    }

    static SeriesSummary series(Object[] c) {
        return new SeriesSummary(
                new StudyInstanceUid(Rows.text(c[0])),
                new SeriesInstanceUid(Rows.text(c[1])),
                Rows.text(c[2]),
                Rows.text(c[3]),
                Rows.text(c[4]),
                Rows.text(c[5]),
                (int) Rows.number(c[6]),
                Rows.text(c[7]),
                Rows.text(c[8]));
    }

    static InstanceSummary instance(Object[] c) {
        return new InstanceSummary(
                new StudyInstanceUid(Rows.text(c[0])),
                new SeriesInstanceUid(Rows.text(c[1])),
                new SopInstanceUid(Rows.text(c[2])),
                Rows.text(c[3]),
                Rows.text(c[4]),
                Rows.text(c[5]),
                (int) Rows.number(c[6]),
                (int) Rows.number(c[7]),
                (int) Rows.number(c[8]),
                (int) Rows.number(c[9]),
                Rows.number(c[10]),
                Rows.instant(c[11]),
                Rows.text(c[12]),
                Rows.text(c[13]));
    }

    private static List<String> modalities(String joined) {
        return joined.isEmpty() ? List.of() : Arrays.asList(joined.split(","));
    }
}
