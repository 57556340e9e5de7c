package org.aegle.dicomweb;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.json.SplicedDataset;
import org.aegle.imaging.ImagingLevel;
import org.aegle.imaging.ImagingMatch;

/**
 * What a query gets back of a study, a series, an instance (PS3.18 tables 10.6.3-3 to 10.6.3-5). What is kept as DICOM
 * JSON is given back without being read.
 */
final class SearchResults {
    /** Told of everything. */
    private static final List<Integer> ALWAYS =
            List.of(Tag.SpecificCharacterSet, Tag.InstanceAvailability, Tag.StudyInstanceUID);

    private final String base;
    private final SearchTransaction transaction;
    private final Set<Integer> wanted;

    /** @param levels whose attributes come back: those that the address does not name already */
    SearchResults(String base, SearchTransaction transaction, ImagingLevel... levels) {
        this.base = base;
        this.transaction = transaction;
        this.wanted = new HashSet<>(transaction.included());
        wanted.addAll(ALWAYS);
        for (ImagingLevel level : levels) {
            wanted.addAll(level.returned());
        }
    }

    SplicedDataset of(ImagingMatch match) {
        Attributes computed = match.computed().filtered(this::isWanted);
        computed.setString(Tag.RetrieveURL, VR.UR, base + path(match));
        SplicedDataset result = new SplicedDataset(computed);
        match.documents().forEach(document -> result.with(document, this::isWanted));
        return result;
    }

    /** The same where more is asked back than the standard attributes. */
    SplicedDataset of(ImagingMatch match, Map<String, Attributes> own) {
        Attributes all = match.attributes(own.getOrDefault(match.instance(), new Attributes()))
                .filtered(this::isWanted);
        all.setString(Tag.RetrieveURL, VR.UR, base + path(match));
        return new SplicedDataset(all);
    }

    private boolean isWanted(int tag) {
        return transaction.all() || wanted.contains(tag);
    }

    private static String path(ImagingMatch match) {
        return "/studies/" + match.study()
                + (match.series().isEmpty() ? "" : "/series/" + match.series())
                + (match.instance().isEmpty() ? "" : "/instances/" + match.instance());
    }

    /** Whether an instance's own document must be opened for the answer. */
    boolean needsDocuments() {
        return transaction.all() || !transaction.included().stream().allMatch(ImagingLevel.INSTANCE::tells);
    }
}
