package org.aegle.dicom.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.aegle.dicom.data.Attributes;

/**
 * A data set of which some elements are in memory and others are DICOM JSON already, as an index keeps it: those are
 * written as they stand, neither read nor made anew. Not thread safe. PS3.18 F.2.
 */
public final class SplicedDataset {
    private final Attributes elements;
    private final TreeMap<Integer, String> written = new TreeMap<>(Integer::compareUnsigned);

    /** @param elements those in memory, which are stronger than those of documents */
    public SplicedDataset(Attributes elements) {
        this.elements = elements;
    }

    /**
     * Adds elements of a document; they are stronger than those of documents before.
     *
     * @param document one data set as {@link DicomJsonWriter} writes it
     * @param wanted which tags
     * @throws IllegalArgumentException when it is not of that form
     */
    public SplicedDataset with(String document, IntPredicate wanted) {
        new JsonMembers(document).forEach(wanted, written::put);
        return this;
    }

    Attributes elements() {
        return elements;
    }

    SortedMap<Integer, String> written() {
        return written;
    }

    /** The same with all elements in memory. */
    public Attributes read() throws IOException {
        StringBuilder json = new StringBuilder("{");
        written.forEach((tag, value) -> json.append(json.length() > 1 ? ",\"" : "\"")
                .append(DatasetJson.hex(tag))
                .append("\":")
                .append(value));
        byte[] text = json.append('}').toString().getBytes(StandardCharsets.UTF_8);
        Attributes all =
                new DicomJsonReader().read(new ByteArrayInputStream(text)).get(0);
        for (int tag : elements.tags()) {
            all.setValue(tag, elements.getVR(tag), elements.getValue(tag));
        }
        return all;
    }
}
