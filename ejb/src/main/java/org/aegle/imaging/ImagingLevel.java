package org.aegle.imaging;

import static org.aegle.imaging.ImagingAttributes.joined;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aegle.dicom.data.Tag;
import org.aegle.search.SearchTable;

/** A level of the query information model, with what it can be asked for. PS3.4 C.3, C.6. */
public enum ImagingLevel {
    PATIENT(ImagingSearch.PATIENTS, List.of(), joined(ImagingAttributes.PATIENT, ImagingAttributes.PATIENT_COUNTS)),
    STUDY(ImagingSearch.STUDIES, ImagingAttributes.PATIENT, ImagingAttributes.STUDY),
    SERIES(ImagingSearch.SERIES, joined(ImagingAttributes.PATIENT, ImagingAttributes.STUDY), ImagingAttributes.SERIES),
    INSTANCE(
            ImagingSearch.INSTANCES,
            joined(joined(ImagingAttributes.PATIENT, ImagingAttributes.STUDY), ImagingAttributes.SERIES),
            ImagingAttributes.INSTANCE);

    private final SearchTable table;
    private final Set<Integer> tags = new HashSet<>();
    private final Set<Integer> own = new HashSet<>();
    private final Set<String> keys = new HashSet<>();

    /**
     * @param above attributes of the levels above, which are told at this one too unless they count
     * @param attributes those of the level itself
     */
    ImagingLevel(SearchTable table, List<ImagingAttribute> above, List<ImagingAttribute> attributes) {
        this.table = table;
        above.stream()
                .filter(attribute -> attribute.source() == ImagingAttribute.Source.DOCUMENT)
                .forEach(attribute -> tags.add(attribute.tag()));
        attributes.stream().filter(ImagingAttribute::isKnown).forEach(attribute -> tags.add(attribute.tag()));
        attributes.stream().filter(ImagingAttribute::returned).forEach(attribute -> own.add(attribute.tag()));
        joined(above, attributes).stream()
                .flatMap(attribute -> attribute.parameters().stream())
                .forEach(parameter -> keys.add(parameter.name()));
        tags.add(Tag.InstanceAvailability);
    }

    /** What can be searched here. */
    public SearchTable table() {
        return table;
    }

    /** Names of the attributes that can be matched, keywords with dots between. */
    public Set<String> keys() {
        return Set.copyOf(keys);
    }

    /** Whether an attribute is told at this level without opening the instance's own document. */
    public boolean tells(int tag) {
        return tags.contains(tag);
    }

    /** The level's own attributes that come back unasked. PS3.18 tables 10.6.3-3 to 10.6.3-5. */
    public Set<Integer> returned() {
        return Set.copyOf(own);
    }
}
