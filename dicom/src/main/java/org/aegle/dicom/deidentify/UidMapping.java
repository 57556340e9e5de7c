package org.aegle.dicom.deidentify;

import java.util.Arrays;
import org.aegle.dicom.data.UuidUid;
import org.aegle.dicom.dictionary.UidDictionary;

/**
 * Gives identifiers of instances new values: the same one the same value wherever it appears in a project. A value is
 * the keyed hash of the old one in the form of a UUID of version 8, under the root 2.25. Identifiers that the standard
 * assigns stay as they are. Immutable. PS3.5 B.2, PS3.15 E.3.9.
 */
public final class UidMapping {
    private static final int UUID_BYTES = 16;
    private static final int VERSION_8 = 0x80;
    private static final int VARIANT = 0x80;

    private final ProjectKey key;

    /** The mapping of a project. */
    public UidMapping(ProjectKey key) {
        this.key = key;
    }

    /** The new value; an empty one stays empty. */
    public String map(String uid) {
        if (uid.isEmpty() || UidDictionary.standard().find(uid).isPresent()) {
            return uid;
        }
        byte[] uuid = Arrays.copyOf(key.hash("uid", uid), UUID_BYTES);
        uuid[6] = (byte) (uuid[6] & 0x0F | VERSION_8);
        uuid[8] = (byte) (uuid[8] & 0x3F | VARIANT);
        return UuidUid.of(uuid);
    }
}
