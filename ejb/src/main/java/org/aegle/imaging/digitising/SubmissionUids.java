package org.aegle.imaging.digitising;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.aegle.dicom.data.UuidUid;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The unique identifiers of what a submission becomes. They follow from it, so that a file that is sent twice is the same
 * object twice: a UUID of version 8 under the root 2.25. PS3.5 B.2, RFC 9562 5.8.
 *
 * @param submission its random name
 */
record SubmissionUids(String submission) {
    private static final int BYTES = 16;

    String study() {
        return of("study");
    }

    /** @param kind images and documents are different series, since a series has one modality and one equipment */
    String series(String kind) {
        return of("series/" + kind);
    }

    String instance(int position, int page) {
        return of("instance/" + position + "/" + page);
    }

    private String of(String role) {
        String name = "org.aegle.imaging.digitising/" + submission + "/" + role;
        byte[] uuid = Arrays.copyOf(DigestUtils.sha256(name.getBytes(StandardCharsets.UTF_8)), BYTES);
        uuid[6] = (byte) (uuid[6] & 0x0F | 0x80);
        uuid[8] = (byte) (uuid[8] & 0x3F | 0x80);
        return UuidUid.of(uuid);
    }
}
