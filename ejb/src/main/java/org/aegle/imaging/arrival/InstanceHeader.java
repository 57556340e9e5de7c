package org.aegle.imaging.arrival;

import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.dictionary.SopClasses;
import org.aegle.dicom.io.DicomObject;
import org.aegle.dicom.io.FileMetaInformation;
import org.aegle.dicom.io.FrameIndex;
import org.aegle.id.MalformedUid;
import org.aegle.id.SeriesInstanceUid;
import org.aegle.id.SopInstanceUid;
import org.aegle.id.StudyInstanceUid;
import org.aegle.imaging.ImagingDocuments;

/** Takes from an object what the index needs, and refuses the one that cannot be indexed. Missing stays missing. */
final class InstanceHeader {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss.SSSSSS");

    private final DicomObject object;
    private final Attributes dataset;
    private final Predicate<String> privateSopClasses;

    private InstanceHeader(DicomObject object, Predicate<String> privateSopClasses) {
        this.object = object;
        this.privateSopClasses = privateSopClasses;
        this.dataset = object.dataset();
    }

    /** @param privateSopClasses which SOP classes are stored beyond the standard's */
    static ArrivedInstance of(DicomObject object, Predicate<String> privateSopClasses) throws UnfitObject, IOException {
        return new InstanceHeader(object, privateSopClasses).read();
    }

    private ArrivedInstance read() throws UnfitObject, IOException {
        ObjectIdentity identity = identity();
        check(identity);
        return new ArrivedInstance(
                identity, PatientModule.of(dataset), study(), series(), instance(identity), warnings(identity));
    }

    private Set<StoreWarning> warnings(ObjectIdentity identity) {
        FileMetaInformation header = object.findFileMetaInformation().orElseThrow();
        boolean same = header.mediaStorageSopInstanceUid().equals(identity.sopInstanceUid())
                && header.mediaStorageSopClassUid().equals(identity.sopClassUid());
        return same ? Set.of() : Set.of(StoreWarning.HEADER_DIFFERS);
    }

    private ObjectIdentity identity() {
        return new ObjectIdentity(
                text(Tag.SOPClassUID, 64),
                text(Tag.SOPInstanceUID, 64),
                text(Tag.SeriesInstanceUID, 64),
                text(Tag.StudyInstanceUID, 64),
                PatientModule.name(dataset).display(),
                text(Tag.StudyDescription, 200));
    }

    private void check(ObjectIdentity identity) throws UnfitObject {
        if (object.findFileMetaInformation().isEmpty()) {
            throw new UnfitObject(identity, RefusalReason.NOT_DICOM, "File Meta Information (PS3.10 7.1) is missing");
        }
        String sopClass = identity.sopClassUid().isEmpty()
                ? object.findFileMetaInformation().get().mediaStorageSopClassUid()
                : identity.sopClassUid();
        boolean storable =
                SopClasses.standard().find(sopClass).isPresent() && !sopClass.equals(UID.MediaStorageDirectoryStorage);
        if (!sopClass.isEmpty() && !storable && !privateSopClasses.test(sopClass)) {
            throw new UnfitObject(identity, RefusalReason.NOT_STORABLE, sopClass);
        }
        try {
            new SopInstanceUid(sopClass);
            new SopInstanceUid(identity.sopInstanceUid());
            new SeriesInstanceUid(identity.seriesInstanceUid());
            new StudyInstanceUid(identity.studyInstanceUid());
        } catch (MalformedUid e) {
            throw new UnfitObject(identity, RefusalReason.MISSING_IDENTIFIER, e.attribute());
        }
    }

    private ArrivedInstance.StudyAttributes study() {
        return new ArrivedInstance.StudyAttributes(
                dataset.findDate(Tag.StudyDate),
                time(Tag.StudyTime),
                text(Tag.AccessionNumber, 64),
                text(Tag.StudyDescription, 200),
                text(Tag.ReferringPhysicianName, 300),
                text(Tag.StudyID, 64),
                procedures(),
                () -> ImagingDocuments.study(dataset));
    }

    private List<ArrivedInstance.Procedure> procedures() {
        return dataset.getSequence(Tag.ProcedureCodeSequence).stream()
                .map(item -> new ArrivedInstance.Procedure(
                        PatientModule.clean(item.getString(Tag.CodeValue, ""), 64),
                        PatientModule.clean(item.getString(Tag.CodingSchemeDesignator, ""), 64)))
                .distinct()
                .toList();
    }

    private ArrivedInstance.SeriesAttributes series() {
        return new ArrivedInstance.SeriesAttributes(
                text(Tag.Modality, 16),
                number(Tag.SeriesNumber),
                text(Tag.SeriesDescription, 200),
                text(Tag.BodyPartExamined, 64),
                dataset.findDate(Tag.PerformedProcedureStepStartDate),
                time(Tag.PerformedProcedureStepStartTime),
                requests(),
                () -> ImagingDocuments.series(dataset));
    }

    private List<ArrivedInstance.Request> requests() {
        return dataset.getSequence(Tag.RequestAttributesSequence).stream()
                .map(item -> new ArrivedInstance.Request(
                        PatientModule.clean(item.getString(Tag.ScheduledProcedureStepID, ""), 64),
                        PatientModule.clean(item.getString(Tag.RequestedProcedureID, ""), 64)))
                .distinct()
                .toList();
    }

    private ArrivedInstance.InstanceAttributes instance(ObjectIdentity identity) throws IOException {
        FrameIndex frames = FrameIndex.of(object);
        boolean image = frames.frameCount() > 0;
        return new ArrivedInstance.InstanceAttributes(
                object.transferSyntax().uid(),
                number(Tag.InstanceNumber),
                dataset.getInt(Tag.Rows, 0),
                dataset.getInt(Tag.Columns, 0),
                dataset.getInt(Tag.BitsAllocated, 0),
                image ? Math.max(1, dataset.getInt(Tag.NumberOfFrames, 1)) : 0,
                ImagingDocuments.instance(
                        dataset, identity.studyInstanceUid(), identity.seriesInstanceUid(), identity.sopInstanceUid()),
                image ? frames.toBytes() : new byte[0]);
    }

    private OptionalInt number(int tag) {
        String value = text(tag, 20);
        try {
            return value.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(value.replace("+", "")));
        } catch (NumberFormatException notANumber) {
            return OptionalInt.empty();
        }
    }

    /** As {@code HHMMSS.FFFFFF}, so that it sorts as time does; empty for what is no time. */
    private String time(int tag) {
        Optional<java.time.LocalTime> time = dataset.findTime(tag);
        return time.map(TIME::format).orElse("");
    }

    private String text(int tag, int longest) {
        return PatientModule.clean(dataset.getString(tag, ""), longest);
    }
}
