package org.aegle.dicom.data;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.UUID;

/** Unique identifiers derived from UUIDs: the UUID as one decimal number under the root 2.25. PS3.5 B.2. */
public final class UuidUid {
    private static final String ROOT = "2.25.";
    private static final int BYTES = 16;

    private UuidUid() {}

    /** The identifier of a UUID. */
    public static String of(UUID uuid) {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits());
        return of(bytes.array());
    }

    /** The identifier of a UUID's sixteen bytes. */
    public static String of(byte[] uuid) {
        if (uuid.length != BYTES) {
            throw new IllegalArgumentException("a UUID has 16 bytes");
        }
        return ROOT + new BigInteger(1, uuid);
    }
}
