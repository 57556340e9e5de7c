package org.aegle.imaging;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.dictionary.ElementDictionary;
import org.aegle.refusal.Invalid;
import org.aegle.search.Restriction;

/**
 * The keys of one query with their values, and what they ask for together: keys of one sequence ask for one item that has
 * them all (PS3.4 C.2.2.2.6). For one thread.
 */
public final class AttributeKeys {
    private static final Map<String, String> TIMES =
            Map.of("StudyDate", "StudyTime", "PerformedProcedureStepStartDate", "PerformedProcedureStepStartTime");

    private final ImagingLevel level;
    private final boolean fuzzy;
    private final Map<String, Restriction> plain = new LinkedHashMap<>();
    private final Map<List<Integer>, List<Restriction>> ofSequences = new LinkedHashMap<>();
    private final Map<String, String> ranges = new LinkedHashMap<>();

    /** @param fuzzy names of persons may only sound alike (PS3.4 C.2.2.2.1) */
    public AttributeKeys(ImagingLevel level, boolean fuzzy) {
        this.level = level;
        this.fuzzy = fuzzy;
    }

    /** The name of a date and its time together, by the date's. */
    static String moment(String date) {
        return date + "+" + TIMES.get(date);
    }

    /** Whether the level can match an attribute. */
    public boolean canMatch(List<Integer> path) {
        return level.keys().contains(ImagingAttribute.name(path));
    }

    /**
     * Adds a key that the level {@linkplain #canMatch can match}. Refuses with {@link Invalid} what is no value of its
     * attribute, and what cannot be matched.
     *
     * @param path the attribute's tag, after those of the sequences that it lies in
     * @param values one of which must fit; none empty
     */
    public void add(List<Integer> path, List<String> values) {
        String name = ImagingAttribute.name(path);
        if (!canMatch(path)) {
            throw new Invalid(
                    name,
                    "is not searchable at this level; searchable are "
                            + String.join(", ", level.keys().stream().sorted().toList()));
        }
        int last = path.size() - 1;
        VR vr = ElementDictionary.standard().vr(path.get(last));
        List<Restriction> any = values.stream()
                .map(value -> AttributeMatch.restriction(name, vr, value, fuzzy))
                .toList();
        Restriction restriction = any.size() == 1 ? any.get(0) : new Restriction.AnyOf(any);
        if (path.size() > 1) {
            ofSequences
                    .computeIfAbsent(path.subList(0, last), sequence -> new ArrayList<>())
                    .add(restriction);
        } else {
            plain.put(name, restriction);
        }
        if (values.size() == 1 && values.get(0).indexOf('-') >= 0) {
            ranges.put(name, values.get(0));
        }
    }

    /** All that must hold. */
    public List<Restriction> restrictions() {
        return together(plain);
    }

    /**
     * The same, but a range of dates and one of times are one range, from the first time on the first day to the last time
     * on the last day. PS3.4 C.2.2.2.5, PS3.18 8.3.4.1.
     */
    public List<Restriction> restrictionsOfMoments() {
        Map<String, Restriction> combined = new LinkedHashMap<>(plain);
        TIMES.forEach((date, time) -> {
            if (ranges.containsKey(date) && ranges.containsKey(time)) {
                // The range of days stays: an index knows it.
                combined.put(
                        time,
                        Restriction.where(
                                moment(date), AttributeMatch.moments(date, ranges.get(date), time, ranges.get(time))));
            }
        });
        return together(combined);
    }

    private List<Restriction> together(Map<String, Restriction> ofAttributes) {
        List<Restriction> all = new ArrayList<>(ofAttributes.values());
        ofSequences.values().forEach(keys -> addItem(keys, all));
        return all;
    }

    private static void addItem(List<Restriction> keys, List<Restriction> all) {
        List<Restriction.Criterion> criteria = new ArrayList<>();
        for (Restriction key : keys) {
            if (key instanceof Restriction.Criterion criterion) {
                criteria.add(criterion);
            } else {
                all.add(key);
            }
        }
        if (criteria.size() == 1) {
            all.add(criteria.get(0));
        } else if (!criteria.isEmpty()) {
            all.add(new Restriction.OfOne(criteria));
        }
    }
}
