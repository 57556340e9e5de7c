package org.aegle.dicom.dictionary;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The unique identifiers of the standard by value. Immutable and safe for all threads. PS3.6 Annex A. */
public final class UidDictionary {
    private static final UidDictionary STANDARD = new UidDictionary();

    private final Map<String, UidEntry> byUid = new LinkedHashMap<>();

    private UidDictionary() {
        for (String[] row : TextTable.read("uids.txt")) {
            UidEntry.Type type = UidEntry.Type.ofLetter(row[1].charAt(0));
            byUid.put(row[0], new UidEntry(row[0], type, row[2], row[4], row[3].equals("R")));
        }
    }

    /** The dictionary of the current edition with the retired identifiers of earlier ones. */
    public static UidDictionary standard() {
        return STANDARD;
    }

    /** What the standard says of an identifier; empty for those of vendors and instances. */
    public Optional<UidEntry> find(String uid) {
        return Optional.ofNullable(byUid.get(uid));
    }

    /** The name of an identifier, or the identifier itself when the standard does not know it. */
    public String nameOf(String uid) {
        UidEntry entry = byUid.get(uid);
        return entry == null ? uid : entry.name();
    }

    /** All entries in ascending order of the identifiers. */
    public Collection<UidEntry> entries() {
        return Collections.unmodifiableCollection(byUid.values());
    }
}
