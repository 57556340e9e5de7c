package org.aegle.dicomweb;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;
import org.aegle.imaging.ImagingDocuments;
import org.aegle.imaging.InstanceSummary;
import org.aegle.imaging.SeriesSummary;
import org.aegle.imaging.StudySummary;

/** What a query gets back of a study, a series, an instance (PS3.18 tables 10.6.3-3 to 10.6.3-5). */
final class SearchResults {
    private static final Set<Integer> STUDY = Set.of(
            Tag.StudyDate,
            Tag.StudyTime,
            Tag.AccessionNumber,
            Tag.ReferringPhysicianName,
            Tag.TimezoneOffsetFromUTC,
            Tag.StudyDescription,
            Tag.PatientName,
            Tag.PatientID,
            Tag.PatientBirthDate,
            Tag.PatientSex,
            Tag.StudyInstanceUID,
            Tag.StudyID);
    private static final Set<Integer> SERIES = Set.of(
            Tag.Modality,
            Tag.TimezoneOffsetFromUTC,
            Tag.SeriesDescription,
            Tag.SeriesInstanceUID,
            Tag.SeriesNumber,
            Tag.BodyPartExamined,
            Tag.PerformedProcedureStepStartDate,
            Tag.PerformedProcedureStepStartTime,
            Tag.RequestAttributesSequence);

    private final String base;
    private final SearchTransaction transaction;

    SearchResults(String base, SearchTransaction transaction) {
        this.base = base;
        this.transaction = transaction;
    }

    Attributes study(StudySummary study) {
        Attributes result = new Attributes();
        take(ImagingDocuments.read(study.attributes()), STUDY, result);
        result.setString(Tag.StudyInstanceUID, VR.UI, study.uid().value());
        result.setString(Tag.ModalitiesInStudy, VR.CS, study.modalities().toArray(String[]::new));
        result.setInt(Tag.NumberOfStudyRelatedSeries, VR.IS, study.series());
        result.setInt(Tag.NumberOfStudyRelatedInstances, VR.IS, study.instances());
        finish(result, "/studies/" + study.uid());
        return result;
    }

    /** @param ofOneStudy the study is in the address, so that its attributes need not come back */
    Attributes series(SeriesSummary series, boolean ofOneStudy) {
        Attributes result = new Attributes();
        take(ImagingDocuments.read(series.studyAttributes()), ofOneStudy ? Set.of() : STUDY, result);
        take(ImagingDocuments.read(series.attributes()), SERIES, result);
        result.setString(Tag.StudyInstanceUID, VR.UI, series.study().value());
        result.setInt(Tag.NumberOfSeriesRelatedInstances, VR.IS, series.instances());
        finish(result, "/studies/" + series.study() + "/series/" + series.uid());
        return result;
    }

    /** @param own all attributes of the instance, where more is asked back than the standard ones */
    Attributes instance(InstanceSummary instance, Attributes own, boolean ofOneStudy, boolean ofOneSeries) {
        Attributes result = new Attributes();
        take(ImagingDocuments.read(instance.studyAttributes()), ofOneStudy ? Set.of() : STUDY, result);
        take(ImagingDocuments.read(instance.seriesAttributes()), ofOneSeries ? Set.of() : SERIES, result);
        take(own, Set.of(), result);
        result.setString(Tag.StudyInstanceUID, VR.UI, instance.study().value());
        result.setString(Tag.SeriesInstanceUID, VR.UI, instance.series().value());
        result.setString(Tag.SOPInstanceUID, VR.UI, instance.uid().value());
        result.setString(Tag.SOPClassUID, VR.UI, instance.sopClassUid());
        if (!instance.instanceNumber().isEmpty()) {
            result.setString(Tag.InstanceNumber, VR.IS, instance.instanceNumber());
        }
        if (instance.frames() > 0) {
            result.setInt(Tag.Rows, VR.US, instance.rows());
            result.setInt(Tag.Columns, VR.US, instance.columns());
            result.setInt(Tag.BitsAllocated, VR.US, instance.bitsAllocated());
            result.setInt(Tag.NumberOfFrames, VR.IS, instance.frames());
        }
        finish(
                result,
                "/studies/" + instance.study() + "/series/" + instance.series() + "/instances/" + instance.uid());
        return result;
    }

    private void take(Attributes known, Set<Integer> standard, Attributes result) {
        Set<Integer> wanted = new HashSet<>(standard);
        wanted.addAll(transaction.included());
        for (int tag : known.tags()) {
            if (tag == Tag.SpecificCharacterSet) {
                continue;
            }
            if (transaction.all() || wanted.contains(tag)) {
                result.setValue(tag, known.getVR(tag), known.getValue(tag));
            }
        }
    }

    private void finish(Attributes result, String path) {
        result.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192");
        result.setString(Tag.InstanceAvailability, VR.CS, "ONLINE");
        result.setString(Tag.RetrieveURL, VR.UR, base + path);
    }

    /** Whether an instance's own document must be opened for the answer. */
    boolean needsDocuments(List<InstanceSummary> found) {
        return !found.isEmpty()
                && (transaction.all()
                        || !Set.of(
                                        Tag.Rows,
                                        Tag.Columns,
                                        Tag.BitsAllocated,
                                        Tag.NumberOfFrames,
                                        Tag.SOPClassUID,
                                        Tag.SOPInstanceUID,
                                        Tag.InstanceNumber)
                                .containsAll(transaction.included()));
    }
}
