package org.aegle.imaging.arrival;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * An upload and how far it is.
 *
 * @param length bytes in all
 * @param received bytes that are safe here
 */
public record UploadView(
        String id,
        String fileName,
        long length,
        long received,
        UploadState state,
        Instant createdAt,
        List<UploadedFile> files)
        implements Serializable {
    public UploadView {
        files = List.copyOf(files);
    }
}
