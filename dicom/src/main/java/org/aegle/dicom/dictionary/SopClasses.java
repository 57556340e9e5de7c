package org.aegle.dicom.dictionary;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;

/** The storage SOP classes of the standard with their information objects. Immutable. PS3.4 Annex B.5. */
public final class SopClasses {
    private static final SopClasses STANDARD = new SopClasses();

    private final LinkedHashMap<String, StorageSopClass> byUid = new LinkedHashMap<>();

    /**
     * A storage SOP class.
     *
     * @param uid its identifier
     * @param name its name, "CT Image Storage"
     * @param informationObject the information object it stores, "Computed Tomography Image"
     */
    public record StorageSopClass(String uid, String name, String informationObject) {}

    private SopClasses() {
        for (String[] row : TextTable.read("storage-sop-classes.txt")) {
            byUid.put(row[0], new StorageSopClass(row[0], row[1], row[2]));
        }
    }

    /** The classes of the current edition. */
    public static SopClasses standard() {
        return STANDARD;
    }

    /** The storage SOP class with an identifier; empty when the standard has none, as for those of vendors. */
    public Optional<StorageSopClass> find(String uid) {
        return Optional.ofNullable(byUid.get(uid));
    }

    /** The identifiers of all storage SOP classes, ascending. */
    public Set<String> uids() {
        return Collections.unmodifiableSet(byUid.keySet());
    }
}
