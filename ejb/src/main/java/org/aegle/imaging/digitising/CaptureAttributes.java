package org.aegle.imaging.digitising;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.io.FileMetaInformation;
import org.aegle.patient.PatientDemographics;
import org.aegle.patient.PatientIdentifier;

/**
 * The attributes that all objects of a submission share: patient, study, series, equipment. What is not known is empty
 * where it must be there, else absent. PS3.3 C.7.1.1, C.7.2.1, C.7.3.1, C.8.6.1. For one submission.
 */
final class CaptureAttributes {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss");
    private static final int[] STUDY = {
        Tag.StudyInstanceUID,
        Tag.StudyDate,
        Tag.StudyTime,
        Tag.AccessionNumber,
        Tag.ReferringPhysicianName,
        Tag.StudyID,
        Tag.StudyDescription
    };

    private final Attributes all = new Attributes();

    CaptureAttributes() {
        text(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192");
    }

    Attributes all() {
        return all;
    }

    CaptureAttributes patient(PatientDemographics patient) {
        text(Tag.PatientName, VR.PN, patient.name().dicom());
        patient.identifiers().stream().findFirst().ifPresent(this::identifier);
        if (!all.contains(Tag.PatientID)) {
            all.setNull(Tag.PatientID, VR.LO);
        }
        boolean day = patient.birthDate().text().length() == 10;
        text(Tag.PatientBirthDate, VR.DA, day ? patient.birthDate().text().replace("-", "") : "");
        text(Tag.PatientSex, VR.CS, patient.gender().dicom());
        return this;
    }

    private void identifier(PatientIdentifier identifier) {
        text(Tag.PatientID, VR.LO, identifier.value());
        if (!identifier.authority().isEmpty()) {
            text(Tag.IssuerOfPatientID, VR.LO, identifier.authority());
        }
    }

    /** @param known attributes of the study as its first object told them */
    CaptureAttributes study(Attributes known) {
        for (int tag : STUDY) {
            if (known.contains(tag)) {
                all.setValue(tag, known.getVR(tag), known.getValue(tag));
            }
        }
        requireStudy();
        return this;
    }

    CaptureAttributes study(String uid, CapturedStudy.Begun begun) {
        text(Tag.StudyInstanceUID, VR.UI, uid);
        text(Tag.StudyDate, VR.DA, begun.date().text().replace("-", ""));
        text(Tag.StudyTime, VR.TM, begun.time().isEmpty() ? "" : begun.time().replace(":", "") + "00");
        text(Tag.AccessionNumber, VR.SH, begun.accessionNumber());
        text(Tag.ReferringPhysicianName, VR.PN, begun.referringPhysician().replaceFirst("\\s*,\\s*", "^"));
        optional(Tag.StudyDescription, VR.LO, begun.description());
        requireStudy();
        return this;
    }

    /** Type 2 of PS3.3 C.7.2.1. */
    private void requireStudy() {
        empty(Tag.StudyDate, VR.DA);
        empty(Tag.StudyTime, VR.TM);
        empty(Tag.AccessionNumber, VR.SH);
        empty(Tag.ReferringPhysicianName, VR.PN);
        empty(Tag.StudyID, VR.SH);
    }

    /** @param number Series Number of the images; documents have the next one */
    CaptureAttributes series(CapturedSeries series, int number) {
        CaptureKind kind = series.kind();
        text(Tag.Modality, VR.CS, series.modality().isEmpty() ? kind.modality() : series.modality());
        text(Tag.SeriesNumber, VR.IS, Integer.toString(number));
        optional(Tag.SeriesDescription, VR.LO, series.description());
        optional(Tag.BodyPartExamined, VR.CS, series.bodyPart());
        if (!series.bodyPart().isEmpty() && BodyPart.valueOf(series.bodyPart()).isPaired()) {
            text(Tag.Laterality, VR.CS, series.laterality());
        }
        text(Tag.ConversionType, VR.CS, kind.conversionType());
        text(Tag.BurnedInAnnotation, VR.CS, series.identifying() ? "YES" : "NO");
        concept(series.documentType());
        return this;
    }

    private void concept(String documentType) {
        if (documentType.isEmpty()) {
            return;
        }
        DocumentType type = DocumentType.valueOf(documentType);
        Attributes code = new Attributes();
        code.setString(Tag.CodeValue, VR.SH, type.code());
        code.setString(Tag.CodingSchemeDesignator, VR.SH, "LN");
        code.setString(Tag.CodeMeaning, VR.LO, type.meaning());
        all.newSequence(Tag.ConceptNameCodeSequence, 1).add(code);
    }

    /** Where, by whom and when they were made digital. */
    CaptureAttributes origin(String institution, String operator, Instant at, java.time.ZoneId zone) {
        ZonedDateTime now = at.atZone(zone);
        String day = DateTimeFormatter.BASIC_ISO_DATE.format(now.toLocalDate());
        String time = TIME.format(now);
        empty(Tag.Manufacturer, VR.LO);
        optional(Tag.InstitutionName, VR.LO, institution.replace('\\', ' '));
        optional(Tag.OperatorsName, VR.PN, operator.replaceAll("[\\\\^=]", " "));
        text(Tag.DateOfSecondaryCapture, VR.DA, day);
        text(Tag.TimeOfSecondaryCapture, VR.TM, time);
        text(Tag.SecondaryCaptureDeviceSoftwareVersions, VR.LO, FileMetaInformation.IMPLEMENTATION_VERSION_NAME);
        text(Tag.InstanceCreationDate, VR.DA, day);
        text(Tag.InstanceCreationTime, VR.TM, time);
        text(Tag.ContentDate, VR.DA, day);
        text(Tag.ContentTime, VR.TM, time);
        return this;
    }

    private void text(int tag, VR vr, String value) {
        if (value.isEmpty()) {
            all.setNull(tag, vr);
        } else {
            all.setString(tag, vr, value);
        }
    }

    private void optional(int tag, VR vr, String value) {
        if (!value.isEmpty()) {
            all.setString(tag, vr, value);
        }
    }

    private void empty(int tag, VR vr) {
        if (!all.contains(tag)) {
            all.setNull(tag, vr);
        }
    }
}
