package org.aegle.imaging;

import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;

/** All attributes that are known of what a search found, of which QIDO-RS and C-FIND return what is asked for. */
public final class FoundAttributes {
    private FoundAttributes() {}

    public static Attributes of(ImagedPatient patient) {
        Attributes known = new Attributes();
        known.setString(Tag.PatientName, VR.PN, patient.dicomName());
        known.setString(Tag.PatientID, VR.LO, patient.identifier());
        known.setString(Tag.IssuerOfPatientID, VR.LO, patient.authority());
        known.setString(Tag.PatientBirthDate, VR.DA, day(patient));
        known.setString(Tag.PatientSex, VR.CS, patient.gender().dicom());
        known.setInt(Tag.NumberOfPatientRelatedStudies, VR.IS, patient.studies());
        known.setInt(Tag.NumberOfPatientRelatedSeries, VR.IS, patient.series());
        known.setInt(Tag.NumberOfPatientRelatedInstances, VR.IS, patient.instances());
        return finished(known);
    }

    public static Attributes of(StudySummary study) {
        Attributes known = ImagingDocuments.read(study.attributes());
        known.setString(Tag.StudyInstanceUID, VR.UI, study.uid().value());
        known.setString(Tag.ModalitiesInStudy, VR.CS, study.modalities().toArray(String[]::new));
        known.setInt(Tag.NumberOfStudyRelatedSeries, VR.IS, study.series());
        known.setInt(Tag.NumberOfStudyRelatedInstances, VR.IS, study.instances());
        return finished(known);
    }

    public static Attributes of(SeriesSummary series) {
        Attributes known = ImagingDocuments.read(series.studyAttributes());
        take(ImagingDocuments.read(series.attributes()), known);
        known.setString(Tag.StudyInstanceUID, VR.UI, series.study().value());
        known.setString(Tag.SeriesInstanceUID, VR.UI, series.uid().value());
        known.setInt(Tag.NumberOfSeriesRelatedInstances, VR.IS, series.instances());
        return finished(known);
    }

    /** @param own all attributes of the instance, or none where the others will do */
    public static Attributes of(InstanceSummary instance, Attributes own) {
        Attributes known = ImagingDocuments.read(instance.studyAttributes());
        take(ImagingDocuments.read(instance.seriesAttributes()), known);
        take(own, known);
        known.setString(Tag.StudyInstanceUID, VR.UI, instance.study().value());
        known.setString(Tag.SeriesInstanceUID, VR.UI, instance.series().value());
        known.setString(Tag.SOPInstanceUID, VR.UI, instance.uid().value());
        known.setString(Tag.SOPClassUID, VR.UI, instance.sopClassUid());
        if (!instance.instanceNumber().isEmpty()) {
            known.setString(Tag.InstanceNumber, VR.IS, instance.instanceNumber());
        }
        if (instance.frames() > 0) {
            known.setInt(Tag.Rows, VR.US, instance.rows());
            known.setInt(Tag.Columns, VR.US, instance.columns());
            known.setInt(Tag.BitsAllocated, VR.US, instance.bitsAllocated());
            known.setInt(Tag.NumberOfFrames, VR.IS, instance.frames());
        }
        return finished(known);
    }

    /** DA has no form for a month or a year alone. */
    private static String day(ImagedPatient patient) {
        String day = patient.birthDate().text().replace("-", "");
        return day.length() == 8 ? day : "";
    }

    private static void take(Attributes more, Attributes known) {
        for (int tag : more.tags()) {
            known.setValue(tag, more.getVR(tag), more.getValue(tag));
        }
    }

    private static Attributes finished(Attributes known) {
        known.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192");
        known.setString(Tag.InstanceAvailability, VR.CS, "ONLINE");
        return known;
    }
}
