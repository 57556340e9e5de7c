package org.aegle.dicom.deidentify;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** The stored bytes of an object, which are read twice: once for the attributes, once for the long values. */
@FunctionalInterface
public interface ObjectSource {
    /**
     * Opens the object.
     *
     * @param offset position of the first byte wanted
     * @return a stream from there to the end
     */
    InputStream open(long offset) throws IOException;

    /** An object in memory. */
    static ObjectSource of(byte[] object) {
        return offset -> new ByteArrayInputStream(object, (int) offset, object.length - (int) offset);
    }

    /** An object in a file. */
    static ObjectSource of(Path file) {
        return offset -> Channels.newInputStream(FileChannel.open(file).position(offset));
    }
}
