package org.aegle.dicom.media;

import java.io.IOException;
import java.io.InputStream;
import org.aegle.dicom.io.DicomObject;
import org.aegle.dicom.io.DicomReader;
import org.aegle.dicom.io.ReadLimits;

/**
 * Reads a DICOMDIR and follows the offsets of its records. What leads nowhere, in circles or out of the file set becomes
 * a finding. Thread safe. PS3.3 F.2.2, F.3.2.2.
 */
public final class MediaDirectoryReader {
    /** Some hundred thousand records. */
    private static final ReadLimits LIMITS =
            ReadLimits.DEFAULT.withElements(2_000_000).withKeptBytes(256L << 20);

    private final DicomReader reader;

    /** A reader for directories of up to some hundred thousand records. */
    public MediaDirectoryReader() {
        this(new DicomReader(LIMITS));
    }

    /** A reader with limits of one's own. */
    public MediaDirectoryReader(DicomReader reader) {
        this.reader = reader;
    }

    /**
     * Reads a DICOMDIR to the end of the stream, which is not closed.
     *
     * @throws org.aegle.dicom.io.DicomParseException when it cannot be read as DICOM
     * @throws IOException when the stream fails
     */
    public MediaDirectory read(InputStream in) throws IOException {
        DicomObject object = reader.read(in);
        return new RecordTree(object).directory();
    }
}
