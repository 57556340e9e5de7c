package org.aegle.it.dicomweb;

import java.util.List;
import java.util.stream.IntStream;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;
import org.aegle.it.client.Dicomweb;
import org.aegle.it.client.Part10;

/** A study of one series and three instances with a value in every attribute that a search must know. */
record SearchableStudy(String uid, String series, String patientId, List<String> sopInstanceUids) {
    static SearchableStudy stored() {
        String uid = Part10.newUid();
        String series = Part10.newUid();
        List<Attributes> images = IntStream.rangeClosed(1, 3)
                .mapToObj(number -> image(uid, series, number))
                .toList();
        Dicomweb.as("demo-emr").store(images.stream().map(Part10::file).toList());
        return new SearchableStudy(
                uid,
                series,
                images.get(0).getString(Tag.PatientID),
                images.stream().map(i -> i.getString(Tag.SOPInstanceUID)).toList());
    }

    private static Attributes image(String study, String series, int number) {
        Attributes image = Part10.smallImage(study, series, number);
        image.setString(Tag.PatientName, VR.PN, "Searchable^Sören");
        image.setString(Tag.PatientBirthDate, VR.DA, "19800229");
        image.setString(Tag.PatientSex, VR.CS, "M");
        image.setString(Tag.StudyDate, VR.DA, "20260214");
        image.setString(Tag.StudyTime, VR.TM, "101112");
        image.setString(Tag.AccessionNumber, VR.SH, "ACC-77");
        image.setString(Tag.ReferringPhysicianName, VR.PN, "Referrer^Rita");
        image.setString(Tag.StudyID, VR.SH, "SID-5");
        image.setString(Tag.StudyDescription, VR.LO, "Search examination");
        image.setString(Tag.SeriesNumber, VR.IS, "4");
        image.setString(Tag.SeriesDescription, VR.LO, "Search series");
        image.setString(Tag.PerformedProcedureStepStartDate, VR.DA, "20260214");
        image.setString(Tag.PerformedProcedureStepStartTime, VR.TM, "101213");
        Attributes procedures = image.newSequence(Tag.ProcedureCodeSequence, 2).newItem();
        procedures.setString(Tag.CodeValue, VR.SH, "P-17");
        procedures.setString(Tag.CodingSchemeDesignator, VR.SH, "99LOCAL");
        Attributes second = image.getSequence(Tag.ProcedureCodeSequence).newItem();
        second.setString(Tag.CodeValue, VR.SH, "P-18");
        second.setString(Tag.CodingSchemeDesignator, VR.SH, "99OTHER");
        Attributes request = image.newSequence(Tag.RequestAttributesSequence, 1).newItem();
        request.setString(Tag.ScheduledProcedureStepID, VR.SH, "SPS-9");
        request.setString(Tag.RequestedProcedureID, VR.SH, "RP-3");
        return image;
    }
}
