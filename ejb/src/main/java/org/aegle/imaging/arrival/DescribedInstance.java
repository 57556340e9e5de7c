package org.aegle.imaging.arrival;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aegle.dicom.composition.BulkPart;
import org.aegle.dicom.composition.ObjectComposition;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;

/** An instance whose metadata is there, and which bulk data it waits for. Equal to nothing but itself. */
final class DescribedInstance {
    private final Attributes metadata;
    private final ObjectIdentity identity;
    private final Map<String, Integer> references;

    DescribedInstance(Attributes metadata) {
        this.metadata = metadata;
        this.references = ObjectComposition.references(metadata);
        this.identity = new ObjectIdentity(
                metadata.getString(Tag.SOPClassUID),
                metadata.getString(Tag.SOPInstanceUID),
                metadata.getString(Tag.SeriesInstanceUID),
                metadata.getString(Tag.StudyInstanceUID),
                metadata.getPersonName(Tag.PatientName).preferred().readable(),
                metadata.getString(Tag.StudyDescription));
    }

    Attributes metadata() {
        return metadata;
    }

    ObjectIdentity identity() {
        return identity;
    }

    Set<String> locations() {
        return references.keySet();
    }

    /** The first location of which not all parts are there. */
    Optional<String> missing(Map<String, List<BulkPart>> parts) {
        return references.keySet().stream()
                .filter(location -> !isComplete(location, parts.getOrDefault(location, List.of())))
                .findFirst();
    }

    private boolean isComplete(String location, List<BulkPart> there) {
        return !there.isEmpty() && there.size() >= ObjectComposition.partsOf(there.get(0), references.get(location));
    }

    /** Its own parts. */
    Map<String, List<BulkPart>> of(Map<String, List<BulkPart>> parts) {
        Map<String, List<BulkPart>> own = new HashMap<>();
        locations().forEach(location -> own.put(location, List.copyOf(parts.get(location))));
        return own;
    }
}
