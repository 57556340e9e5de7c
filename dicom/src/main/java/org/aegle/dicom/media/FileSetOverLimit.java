package org.aegle.dicom.media;

import java.io.IOException;

/** A file set is beyond one of its {@link FileSetLimits}, which the message names. */
public final class FileSetOverLimit extends IOException {
    private static final long serialVersionUID = 1L;

    FileSetOverLimit(String limit) {
        super("beyond the limit: " + limit);
    }
}
