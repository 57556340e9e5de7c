package org.aegle.imaging.digitising;

import java.util.List;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.BulkDataReference;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.data.VR;
import org.aegle.imaging.arrival.ObjectIdentity;

/**
 * The objects that a file of a submission becomes: one for each page of a picture, one for a document. Thread safe.
 *
 * @param submission its name
 * @param shared what all objects of the submission share; not changed
 * @param scanned its pixels are those of a sheet
 * @param place where the file stands
 */
public record DigitisedObjects(String submission, Attributes shared, boolean scanned, FilePlace place) {
    private static final int DOCUMENT_NUMBER_BEHIND = 1;

    /** Attributes that a document's information object has no place for. */
    private static final List<Integer> OF_IMAGES =
            List.of(Tag.BodyPartExamined, Tag.Laterality, Tag.DateOfSecondaryCapture, Tag.TimeOfSecondaryCapture);

    String studyInstanceUid() {
        return shared.getString(Tag.StudyInstanceUID);
    }

    /** Whose object would not be made, for whoever is told. */
    ObjectIdentity identity(int page) {
        return new ObjectIdentity(
                "",
                uids().instance(place.position(), page),
                "",
                studyInstanceUid(),
                shared.getPersonName(Tag.PatientName).preferred().readable(),
                shared.getString(Tag.StudyDescription, ""));
    }

    /**
     * A Secondary Capture image without its pixels. PS3.3 A.8.1, C.8.6.
     *
     * @param page from 1 on
     * @param derivation what was changed of its samples, or empty
     */
    Attributes image(int page, FileFacts facts, String derivation) {
        Attributes image = instance(UID.SecondaryCaptureImageStorage, "image", page);
        image.remove(Tag.ConceptNameCodeSequence);
        image.setString(Tag.ImageType, VR.CS, derivation.isEmpty() ? "ORIGINAL" : "DERIVED", "SECONDARY");
        optional(image, Tag.DerivationDescription, VR.ST, derivation);
        optional(image, Tag.ImageComments, VR.LT, place.title());
        optional(image, Tag.SecondaryCaptureDeviceManufacturer, VR.LO, facts.manufacturer());
        optional(image, Tag.SecondaryCaptureDeviceManufacturerModelName, VR.LO, facts.model());
        image.setNull(Tag.PatientOrientation, VR.CS);
        Resolution resolution = facts.resolution().turned(facts.orientation());
        if (scanned && resolution.isMeasured()) {
            image.setDouble(Tag.NominalScannedPixelSpacing, VR.DS, resolution.spacing());
        }
        return image;
    }

    /**
     * An encapsulated PDF without its document. PS3.3 A.45.1, C.24.
     *
     * @param title what the document calls itself, or empty
     * @param location what the document is called as bulk data
     */
    Attributes document(String title, String location) {
        Attributes document = instance(UID.EncapsulatedPDFStorage, "document", 1);
        document.setString(Tag.Modality, VR.CS, "DOC");
        // A document of a film is a scan of paper, or was never anything else than a file. PS3.3 C.8.6.1.1.
        document.setString(Tag.ConversionType, VR.CS, scanned ? "SD" : "WSD");
        OF_IMAGES.forEach(document::remove);
        int number = document.getInt(Tag.SeriesNumber, 1) + DOCUMENT_NUMBER_BEHIND;
        document.setString(Tag.SeriesNumber, VR.IS, Integer.toString(number));
        document.setNull(Tag.AcquisitionDateTime, VR.DT);
        document.setNull(Tag.DocumentTitle, VR.ST);
        optional(document, Tag.DocumentTitle, VR.ST, place.title().isEmpty() ? title : place.title());
        if (!document.contains(Tag.ConceptNameCodeSequence)) {
            document.newSequence(Tag.ConceptNameCodeSequence, 0);
        }
        document.setString(Tag.MIMETypeOfEncapsulatedDocument, VR.LO, "application/pdf");
        document.setValue(Tag.EncapsulatedDocument, VR.OB, new BulkDataReference(VR.OB, location));
        return document;
    }

    private Attributes instance(String sopClass, String series, int page) {
        Attributes instance = new Attributes(shared);
        instance.setString(Tag.SOPClassUID, VR.UI, sopClass);
        instance.setString(Tag.SOPInstanceUID, VR.UI, uids().instance(place.position(), page));
        instance.setString(Tag.SeriesInstanceUID, VR.UI, uids().series(series));
        instance.setString(Tag.InstanceNumber, VR.IS, Integer.toString(place.instanceNumber() + page - 1));
        return instance;
    }

    private SubmissionUids uids() {
        return new SubmissionUids(submission);
    }

    private static void optional(Attributes into, int tag, VR vr, String value) {
        if (!value.isEmpty()) {
            into.setString(tag, vr, value);
        }
    }
}
