package org.aegle.dicom.media;

import java.io.IOException;
import java.io.InputStream;

/** An object to be put into a file set. It is opened twice: for its header and for its bytes. */
@FunctionalInterface
public interface StoredObject {
    /** Opens the object at its first byte. */
    InputStream open() throws IOException;
}
