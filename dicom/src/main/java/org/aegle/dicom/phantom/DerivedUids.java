package org.aegle.dicom.phantom;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.aegle.dicom.data.UuidUid;

/** Unique identifiers that depend on a study and a role alone, so that making it twice gives the same. PS3.5 B.2. */
final class DerivedUids {
    private DerivedUids() {}

    static String of(String root, String role) {
        return UuidUid.of(UUID.nameUUIDFromBytes((root + '/' + role).getBytes(StandardCharsets.UTF_8)));
    }

    /** A seed for noise and variation. */
    static long seed(String root, String role) {
        return UUID.nameUUIDFromBytes((root + '/' + role).getBytes(StandardCharsets.UTF_8))
                .getMostSignificantBits();
    }
}
