package org.aegle.dicom.phantom;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Unique identifiers that depend on a study and a role alone, so that making it twice gives the same. PS3.5 B.2. */
final class DerivedUids {
    private DerivedUids() {}

    static String of(String root, String role) {
        UUID uuid = UUID.nameUUIDFromBytes((root + '/' + role).getBytes(StandardCharsets.UTF_8));
        ByteBuffer bytes =
                ByteBuffer.allocate(16).putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits());
        return "2.25." + new BigInteger(1, bytes.array());
    }

    /** A seed for noise and variation. */
    static long seed(String root, String role) {
        return UUID.nameUUIDFromBytes((root + '/' + role).getBytes(StandardCharsets.UTF_8))
                .getMostSignificantBits();
    }
}
