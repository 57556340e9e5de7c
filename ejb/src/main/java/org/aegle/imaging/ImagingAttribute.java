package org.aegle.imaging;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.aegle.dicom.dictionary.ElementDictionary;
import org.aegle.search.SearchParameter;

/**
 * What one attribute is to a search.
 *
 * @param path its tag, after the tags of the sequences that it lies in
 * @param source where its value comes from
 * @param returned whether it comes back without being asked for (PS3.18 tables 10.6.3-3 to 10.6.3-5)
 * @param parameters how it is matched; none where it only comes back
 */
record ImagingAttribute(List<Integer> path, Source source, boolean returned, List<SearchParameter> parameters) {
    /** Where a value comes from. */
    enum Source {
        /** The document that the index keeps of the level. */
        DOCUMENT,
        /** Columns, counts or the state of the archive. */
        COMPUTED,
        /** The sequence that it lies in, which has a line of its own; or it never comes back. */
        NONE
    }

    ImagingAttribute {
        path = List.copyOf(path);
        parameters = List.copyOf(parameters);
    }

    /** Comes back from the level's document. */
    static ImagingAttribute documented(int tag) {
        return new ImagingAttribute(List.of(tag), Source.DOCUMENT, false, List.of());
    }

    /** Comes back from columns. */
    static ImagingAttribute computed(int tag) {
        return new ImagingAttribute(List.of(tag), Source.COMPUTED, false, List.of());
    }

    /** Can only be matched. */
    static ImagingAttribute key(Integer... path) {
        return new ImagingAttribute(Arrays.asList(path), Source.NONE, false, List.of());
    }

    /** The same, coming back always. */
    ImagingAttribute always() {
        return new ImagingAttribute(path, source, true, parameters);
    }

    /** The same, matched as {@code parameter} says when it is given the attribute's name. */
    ImagingAttribute matched(Function<String, SearchParameter> parameter) {
        return new ImagingAttribute(path, source, returned, List.of(parameter.apply(name(path))));
    }

    int tag() {
        return path.get(0);
    }

    boolean isKnown() {
        return source != Source.NONE;
    }

    /** Keywords with dots between, as the search tables name it. PS3.18 8.3.4.1. */
    static String name(List<Integer> path) {
        return path.stream()
                .map(tag -> ElementDictionary.standard().findKeyword(tag).orElse(""))
                .collect(Collectors.joining("."));
    }
}
