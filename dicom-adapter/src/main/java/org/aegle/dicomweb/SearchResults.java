package org.aegle.dicomweb;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;
import org.aegle.imaging.FoundAttributes;
import org.aegle.imaging.ImagingLevel;
import org.aegle.imaging.InstanceSummary;
import org.aegle.imaging.SeriesSummary;
import org.aegle.imaging.StudySummary;

/** What a query gets back of a study, a series, an instance (PS3.18 tables 10.6.3-3 to 10.6.3-5). */
final class SearchResults {
    private static final Set<Integer> STUDY = joined(ImagingLevel.PATIENT, ImagingLevel.STUDY);
    private static final Set<Integer> SERIES = ImagingLevel.SERIES.returned();
    private static final Set<Integer> INSTANCE = ImagingLevel.INSTANCE.returned();

    /** Told of everything. */
    private static final Set<Integer> ALWAYS =
            Set.of(Tag.SpecificCharacterSet, Tag.InstanceAvailability, Tag.StudyInstanceUID);

    private final String base;
    private final SearchTransaction transaction;

    SearchResults(String base, SearchTransaction transaction) {
        this.base = base;
        this.transaction = transaction;
    }

    Attributes study(StudySummary study) {
        return result(FoundAttributes.of(study), "/studies/" + study.uid(), List.of(STUDY));
    }

    /** @param ofOneStudy the study is in the address, so that its attributes need not come back */
    Attributes series(SeriesSummary series, boolean ofOneStudy) {
        String path = "/studies/" + series.study() + "/series/" + series.uid();
        return result(FoundAttributes.of(series), path, List.of(SERIES, ofOneStudy ? Set.of() : STUDY));
    }

    /** @param own all attributes of the instance, where more is asked back than the standard ones */
    Attributes instance(InstanceSummary instance, Attributes own, boolean ofOneStudy, boolean ofOneSeries) {
        String path = "/studies/" + instance.study() + "/series/" + instance.series() + "/instances/" + instance.uid();
        return result(
                FoundAttributes.of(instance, own),
                path,
                List.of(INSTANCE, ofOneStudy ? Set.of() : STUDY, ofOneSeries ? Set.of() : SERIES));
    }

    private Attributes result(Attributes known, String path, List<Set<Integer>> standard) {
        Set<Integer> wanted = new HashSet<>(transaction.included());
        standard.forEach(wanted::addAll);
        Attributes result = known.filtered(tag -> transaction.all() || wanted.contains(tag) || ALWAYS.contains(tag));
        result.setString(Tag.RetrieveURL, VR.UR, base + path);
        return result;
    }

    private static Set<Integer> joined(ImagingLevel some, ImagingLevel more) {
        Set<Integer> all = new HashSet<>(some.returned());
        all.addAll(more.returned());
        return Set.copyOf(all);
    }

    /** Whether an instance's own document must be opened for the answer. */
    boolean needsDocuments(List<InstanceSummary> found) {
        return !found.isEmpty()
                && (transaction.all() || !transaction.included().stream().allMatch(ImagingLevel.INSTANCE::tells));
    }
}
