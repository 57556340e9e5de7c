package org.aegle.imaging.arrival;

import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.imaging.Correction;
import org.aegle.imaging.ImagingDocuments;
import org.aegle.patient.PatientDemographics;

/** What the index keeps of an object that was corrected: the documents tell the right attributes and what they were. */
final class CorrectedArrival {
    private final Correction correction;
    private final PatientDemographics patient;

    /** @param patient whose the object is */
    CorrectedArrival(Correction correction, PatientDemographics patient) {
        this.correction = correction;
        this.patient = patient;
    }

    ArrivedInstance of(ArrivedInstance arrived) {
        ObjectIdentity identity = identity(arrived.identity());
        return new ArrivedInstance(
                identity,
                patient,
                study(arrived.study()),
                series(arrived.series()),
                instance(arrived.instance(), arrived.identity(), identity),
                arrived.warnings());
    }

    private ObjectIdentity identity(ObjectIdentity told) {
        return new ObjectIdentity(
                told.sopClassUid(),
                correction.attributes().getString(Tag.SOPInstanceUID, told.sopInstanceUid()),
                correction.attributes().getString(Tag.SeriesInstanceUID, told.seriesInstanceUid()),
                told.studyInstanceUid(),
                patient.name().display(),
                told.studyDescription());
    }

    private ArrivedInstance.StudyAttributes study(ArrivedInstance.StudyAttributes told) {
        return new ArrivedInstance.StudyAttributes(
                told.date(),
                told.time(),
                told.accessionNumber(),
                told.description(),
                told.referringPhysician(),
                told.studyId(),
                told.procedures(),
                () -> ImagingDocuments.study(
                        corrected(ImagingDocuments.read(told.document().get()))));
    }

    private ArrivedInstance.SeriesAttributes series(ArrivedInstance.SeriesAttributes told) {
        return new ArrivedInstance.SeriesAttributes(
                told.modality(),
                told.number(),
                told.description(),
                told.bodyPart(),
                told.performedDate(),
                told.performedTime(),
                told.requests(),
                () -> ImagingDocuments.series(
                        corrected(ImagingDocuments.read(told.document().get()))));
    }

    private ArrivedInstance.InstanceAttributes instance(
            ArrivedInstance.InstanceAttributes told, ObjectIdentity before, ObjectIdentity after) {
        Attributes document = ImagingDocuments.readMoved(told.document(), address(before), address(after));
        return new ArrivedInstance.InstanceAttributes(
                told.transferSyntaxUid(),
                told.number(),
                told.rows(),
                told.columns(),
                told.bitsAllocated(),
                told.frames(),
                ImagingDocuments.instance(corrected(document)),
                told.frameIndex());
    }

    /** Within the study, as the addresses of bulk data have it. */
    private static String address(ObjectIdentity identity) {
        return "/series/" + identity.seriesInstanceUid() + "/instances/" + identity.sopInstanceUid() + "/";
    }

    private Attributes corrected(Attributes document) {
        correction.applyTo(document);
        return document;
    }
}
