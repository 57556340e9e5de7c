package org.aegle.imaging.rendition;

import java.io.IOException;
import java.io.OutputStream;

/**
 * An object ready to be written.
 *
 * @param transferSyntaxUid in which it comes
 * @param length bytes, or {@link #UNKNOWN}
 * @param writing writes it
 */
public record ObjectContent(String transferSyntaxUid, long length, Writing writing) {
    /** The length shows only when all is written. */
    public static final long UNKNOWN = -1;

    /** Writes a Part 10 file. */
    @FunctionalInterface
    public interface Writing {
        /** What was written is to be thrown away when it fails. */
        void writeTo(OutputStream out) throws IOException;
    }
}
