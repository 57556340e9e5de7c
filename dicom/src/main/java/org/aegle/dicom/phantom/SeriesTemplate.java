package org.aegle.dicom.phantom;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.io.DicomWriter;
import org.aegle.dicom.io.FileMetaInformation;
import org.aegle.dicom.io.TransferSyntax;

/** What all instances of a synthetic series have in common: patient, study, series and equipment. PS3.3 C.7.1-C.7.5. */
final class SeriesTemplate {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss", Locale.ROOT);

    private final PhantomPatient patient;
    private final PhantomStudy study;
    private final Series series;

    /**
     * The series.
     *
     * @param sopClassUid SOP class of its instances
     * @param modality Modality, "CT"
     * @param number Series Number
     * @param description Series Description
     * @param model Manufacturer's Model Name
     * @param bodyPart Body Part Examined
     */
    record Series(String sopClassUid, String modality, int number, String description, String model, String bodyPart) {}

    SeriesTemplate(PhantomPatient patient, PhantomStudy study, Series series) {
        this.patient = patient;
        this.study = study;
        this.series = series;
    }

    private String role() {
        return series.modality() + '/' + series.number();
    }

    String uid(String role) {
        return DerivedUids.of(study.studyInstanceUid(), role() + '/' + role);
    }

    /** The frame of reference of the study's sections, one for CT and MR as after registration. */
    String frameOfReferenceUid() {
        return uid("frame-of-reference");
    }

    /** A seed for noise. */
    long seed(String role) {
        return DerivedUids.seed(study.studyInstanceUid(), role() + '/' + role);
    }

    /** The common attributes of an instance, numbered from 1. */
    Attributes instance(int number) {
        Attributes set = new Attributes();
        LocalDateTime taken = study.started().plusSeconds(60L * series.number() + number);
        set.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192");
        set.setString(Tag.SOPClassUID, VR.UI, series.sopClassUid());
        set.setString(Tag.SOPInstanceUID, VR.UI, uid("instance/" + number));
        set.setString(Tag.InstanceNumber, VR.IS, Integer.toString(number));
        set.setString(Tag.ContentDate, VR.DA, DATE.format(taken));
        set.setString(Tag.ContentTime, VR.TM, TIME.format(taken));
        set.setString(Tag.AcquisitionDate, VR.DA, DATE.format(taken));
        set.setString(Tag.AcquisitionTime, VR.TM, TIME.format(taken));
        setPatient(set);
        setStudy(set);
        setSeries(set);
        return set;
    }

    private void setPatient(Attributes set) {
        set.setString(Tag.PatientName, VR.PN, patient.name());
        set.setString(Tag.PatientID, VR.LO, patient.id());
        if (!patient.issuer().isEmpty()) {
            set.setString(Tag.IssuerOfPatientID, VR.LO, patient.issuer());
        }
        set.setString(Tag.PatientBirthDate, VR.DA, DATE.format(patient.birthDate()));
        set.setString(Tag.PatientSex, VR.CS, patient.sex());
        int years = Period.between(patient.birthDate(), study.started().toLocalDate())
                .getYears();
        set.setString(Tag.PatientAge, VR.AS, String.format(Locale.ROOT, "%03dY", Math.max(0, years)));
    }

    private void setStudy(Attributes set) {
        set.setString(Tag.StudyInstanceUID, VR.UI, study.studyInstanceUid());
        set.setString(Tag.StudyDate, VR.DA, DATE.format(study.started()));
        set.setString(Tag.StudyTime, VR.TM, TIME.format(study.started()));
        set.setString(Tag.AccessionNumber, VR.SH, study.accessionNumber());
        set.setString(Tag.StudyDescription, VR.LO, study.description());
        set.setString(Tag.ReferringPhysicianName, VR.PN, study.referringPhysician());
        set.setString(Tag.StudyID, VR.SH, study.accessionNumber());
    }

    private void setSeries(Attributes set) {
        LocalDateTime started = study.started().plusMinutes(series.number());
        set.setString(Tag.SeriesInstanceUID, VR.UI, uid("series"));
        set.setString(Tag.SeriesDate, VR.DA, DATE.format(started));
        set.setString(Tag.SeriesTime, VR.TM, TIME.format(started));
        set.setString(Tag.SeriesNumber, VR.IS, Integer.toString(series.number()));
        set.setString(Tag.Modality, VR.CS, series.modality());
        set.setString(Tag.SeriesDescription, VR.LO, series.description());
        set.setString(Tag.BodyPartExamined, VR.CS, series.bodyPart());
        set.setString(Tag.Manufacturer, VR.LO, "Aegle");
        set.setString(Tag.ManufacturerModelName, VR.LO, series.model());
        set.setString(Tag.DeviceSerialNumber, VR.LO, "SYNTHETIC-1");
        set.setString(Tag.SoftwareVersions, VR.LO, "1");
        set.setString(Tag.InstitutionName, VR.LO, study.institution());
        set.setString(Tag.ImageComments, VR.LT, "Synthetic image of a phantom, not of a person");
    }

    /** The instance as a Part 10 file in Explicit VR Little Endian. */
    static byte[] file(Attributes instance) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TransferSyntax syntax = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
        try {
            new DicomWriter().write(FileMetaInformation.of(instance, syntax), instance, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
