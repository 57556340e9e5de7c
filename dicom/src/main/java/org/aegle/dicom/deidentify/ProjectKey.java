package org.aegle.dicom.deidentify;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret of a project. All its objects get identifiers and shifts of dates that fit together; without the key nobody
 * can tell from what, nor match two projects. Whoever keeps it can de-identify later objects alike, so it is kept apart
 * from them. Immutable and safe for all threads.
 */
public final class ProjectKey {
    /** Bytes that a key has at least. */
    public static final int LENGTH = 32;

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec secret;

    /**
     * A key of given bytes.
     *
     * @throws IllegalArgumentException when there are fewer than 32
     */
    public ProjectKey(byte[] secret) {
        if (secret.length < LENGTH) {
            throw new IllegalArgumentException("a project key has at least " + LENGTH + " bytes");
        }
        this.secret = new SecretKeySpec(secret, ALGORITHM);
    }

    /** A new key. */
    public static ProjectKey random() {
        byte[] bytes = new byte[LENGTH];
        new SecureRandom().nextBytes(bytes);
        return new ProjectKey(bytes);
    }

    /** A keyed hash of 32 bytes. The purpose keeps hashes of the same text for different uses apart. */
    byte[] hash(String purpose, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
