package org.aegle.dicom.dictionary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aegle.dicom.data.PrivateBlocks;
import org.aegle.dicom.data.VR;

/**
 * The data elements of the standard: tag to keyword, name, VR and VM, and keyword to tag. Repeating groups (50xx, 60xx
 * and the retired ones) answer for every member, group lengths are UL, private creators LO and other private elements
 * UN. Immutable and safe for all threads. PS3.6 6-8.
 */
public final class ElementDictionary {
    private static final ElementDictionary STANDARD = new ElementDictionary();

    private final int[] tags;
    private final ElementEntry[] entries;
    private final List<Repeating> repeating = new ArrayList<>();
    private final Map<String, ElementEntry> byKeyword = new HashMap<>();

    private record Repeating(int mask, int value, ElementEntry entry) {
        boolean covers(int tag) {
            return (tag & mask) == value;
        }
    }

    private ElementDictionary() {
        List<ElementEntry> plain = new ArrayList<>();
        for (String[] row : TextTable.read("elements.txt")) {
            ElementEntry entry = entry(row);
            byKeyword.put(entry.keyword(), entry);
            if (row[0].indexOf('X') < 0) {
                plain.add(entry);
            } else {
                repeating.add(new Repeating(mask(row[0]), entry.tag(), entry));
            }
        }
        plain.sort((a, b) -> Integer.compareUnsigned(a.tag(), b.tag()));
        entries = plain.toArray(ElementEntry[]::new);
        tags = Arrays.stream(entries)
                .mapToInt(entry -> entry.tag() ^ Integer.MIN_VALUE)
                .toArray();
    }

    private static ElementEntry entry(String[] row) {
        int tag = Integer.parseUnsignedInt(row[0].replace('X', '0'), 16);
        List<VR> vrs = row[1].equals("--")
                ? List.of()
                : Arrays.stream(row[1].split("/")).map(VR::valueOf).toList();
        return new ElementEntry(tag, row[3].intern(), row[5], preferredFirst(vrs), row[2].intern(), row[4].equals("R"));
    }

    /** PS3.5 A.1: with implicit VR, "OB or OW" is read as OW. */
    private static List<VR> preferredFirst(List<VR> vrs) {
        return vrs.equals(List.of(VR.OB, VR.OW)) ? List.of(VR.OW, VR.OB) : vrs;
    }

    private static int mask(String pattern) {
        StringBuilder mask = new StringBuilder();
        pattern.chars().forEach(c -> mask.append(c == 'X' ? '0' : 'F'));
        return Integer.parseUnsignedInt(mask.toString(), 16);
    }

    /** The dictionary of the current edition with the retired elements of earlier ones. */
    public static ElementDictionary standard() {
        return STANDARD;
    }

    /** What the standard says of a tag; empty for private tags, group lengths and unknown ones. */
    public Optional<ElementEntry> find(int tag) {
        return Optional.ofNullable(lookUp(tag));
    }

    private ElementEntry lookUp(int tag) {
        int index = Arrays.binarySearch(tags, tag ^ Integer.MIN_VALUE);
        if (index >= 0) {
            return entries[index];
        }
        if ((tag & 0x0001_0000) != 0) {
            return null;
        }
        for (Repeating group : repeating) {
            if (group.covers(tag)) {
                return group.entry();
            }
        }
        return null;
    }

    /** The VR of a tag where the stream does not tell; UN when it is private or unknown. */
    public VR vr(int tag) {
        ElementEntry entry = lookUp(tag);
        if (entry != null) {
            return entry.vr();
        }
        if ((tag & 0xFFFF) == 0) {
            return VR.UL;
        }
        return PrivateBlocks.isCreator(tag) ? VR.LO : VR.UN;
    }

    /** The keyword of a tag; empty for private and unknown ones. */
    public Optional<String> findKeyword(int tag) {
        return find(tag).map(ElementEntry::keyword);
    }

    /** The tag with a keyword, as in the query parameters of PS3.18 8.3.4.1. */
    public Optional<Integer> findTag(String keyword) {
        return Optional.ofNullable(byKeyword.get(keyword)).map(ElementEntry::tag);
    }

    /** The number of entries, repeating groups counted once. */
    public int size() {
        return byKeyword.size();
    }
}
