package org.aegle.dicom.media;

import java.io.IOException;
import java.io.InputStream;

/** Takes the objects of a file set. */
@FunctionalInterface
public interface FileSetVisitor {
    /**
     * A file that looks like a DICOM object.
     *
     * @param place where it lies; comes from the file set and is no path of this system
     * @param content its bytes; need not be read to the end nor closed
     * @throws IOException when it cannot be taken; the reading of the file set ends with it
     */
    void object(FileId place, InputStream content) throws IOException;
}
