package org.aegle.imaging.arrival;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.aegle.access.Caller;
import org.aegle.dicom.composition.BulkValue;

/** Another way to read an upload than as DICOM files; each knows by itself which uploads are its own. */
public interface UploadReading {
    /**
     * Stores what an upload is, and tells what became of each part of it; empty when it is not its own.
     *
     * @throws IOException when the store fails
     */
    Optional<List<UploadedFile>> read(Caller caller, UploadView upload, BulkValue file) throws IOException;
}
