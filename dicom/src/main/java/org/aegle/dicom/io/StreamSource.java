package org.aegle.dicom.io;

import java.io.IOException;
import java.io.InputStream;

/** Bytes that can be read from the first on, as often as asked for. */
@FunctionalInterface
public interface StreamSource {
    /** Opens them; the caller closes. */
    InputStream open() throws IOException;
}
