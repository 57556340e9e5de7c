package org.aegle.dicom.network.service;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.aegle.dicom.io.StreamSource;

/** The bytes of a data set without meta information, as often as asked for. */
@FunctionalInterface
public interface DatasetSource extends StreamSource {
    /** Bytes at hand. */
    static DatasetSource of(byte[] bytes) {
        return () -> new ByteArrayInputStream(bytes);
    }

    /** A file from an offset on. */
    static DatasetSource of(Path file, long offset) {
        return () -> {
            InputStream in = Files.newInputStream(file);
            try {
                in.skipNBytes(offset);
                return in;
            } catch (IOException e) {
                in.close();
                throw e;
            }
        };
    }
}
