package org.aegle.imaging;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.aegle.dicom.data.Tag;
import org.aegle.search.SearchTable;

/** A level of the query information model, with what it can be asked for. PS3.4 C.3, C.6. */
public enum ImagingLevel {
    PATIENT(ImagingSearch.PATIENTS, new int[] {
        Tag.PatientName,
        Tag.PatientID,
        Tag.IssuerOfPatientID,
        Tag.PatientBirthDate,
        Tag.PatientSex,
        Tag.NumberOfPatientRelatedStudies,
        Tag.NumberOfPatientRelatedSeries,
        Tag.NumberOfPatientRelatedInstances
    }),
    STUDY(
            ImagingSearch.STUDIES,
            ImagingDocuments.STUDY,
            Tag.ModalitiesInStudy,
            Tag.NumberOfStudyRelatedSeries,
            Tag.NumberOfStudyRelatedInstances),
    SERIES(
            ImagingSearch.SERIES,
            joined(ImagingDocuments.STUDY, ImagingDocuments.SERIES),
            Tag.NumberOfSeriesRelatedInstances),
    INSTANCE(
            ImagingSearch.INSTANCES,
            joined(ImagingDocuments.STUDY, ImagingDocuments.SERIES),
            Tag.SOPInstanceUID,
            Tag.SOPClassUID,
            Tag.InstanceNumber,
            Tag.Rows,
            Tag.Columns,
            Tag.BitsAllocated,
            Tag.NumberOfFrames);

    private final SearchTable table;
    private final Set<Integer> tags = new HashSet<>();

    ImagingLevel(SearchTable table, int[] documented, int... computed) {
        this.table = table;
        Arrays.stream(documented).forEach(tags::add);
        Arrays.stream(computed).forEach(tags::add);
        tags.add(Tag.InstanceAvailability);
    }

    /** What can be searched here. */
    public SearchTable table() {
        return table;
    }

    /** Whether an attribute is told at this level without opening the instance's own document. */
    public boolean tells(int tag) {
        return tags.contains(tag);
    }

    private static int[] joined(int[] some, int[] more) {
        int[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }
}
