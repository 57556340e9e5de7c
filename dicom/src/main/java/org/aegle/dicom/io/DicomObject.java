package org.aegle.dicom.io;

import java.util.List;
import java.util.Optional;
import org.aegle.dicom.data.Attributes;

/**
 * What was read from a stream.
 *
 * <p>Offsets count from the start of the stream. In a deflated object they count the inflated bytes from
 * {@link #datasetOffset()} on: the position in the same object with its data set inflated in place
 * ({@link DicomReader#inflated}).
 */
public final class DicomObject {
    private final FileMetaInformation fileMetaInformation;
    private final TransferSyntax transferSyntax;
    private final long datasetOffset;
    private final Attributes dataset;
    private final PixelDataLayout pixelDataLayout;
    private final long[] directoryRecordOffsets;
    private final List<Finding> findings;

    DicomObject(
            FileMetaInformation fileMetaInformation,
            TransferSyntax transferSyntax,
            long datasetOffset,
            DataSetParser parsed) {
        this.fileMetaInformation = fileMetaInformation;
        this.transferSyntax = transferSyntax;
        this.datasetOffset = datasetOffset;
        this.dataset = parsed.dataset();
        this.pixelDataLayout = parsed.pixelDataLayout();
        this.directoryRecordOffsets = parsed.directoryRecordOffsets().toArray();
        this.findings = parsed.findings();
    }

    /** The file meta information; empty when the stream had none. */
    public Optional<FileMetaInformation> findFileMetaInformation() {
        return Optional.ofNullable(fileMetaInformation);
    }

    /** The transfer syntax as the stream says or, where it says none, as it looks. */
    public TransferSyntax transferSyntax() {
        return transferSyntax;
    }

    /** Position of the data set's first byte. */
    public long datasetOffset() {
        return datasetOffset;
    }

    /** The data set; pixel data and long values are references. */
    public Attributes dataset() {
        return dataset;
    }

    /** Where the pixel data lies; empty when the object has none or only its header was read. */
    public Optional<PixelDataLayout> findPixelDataLayout() {
        return Optional.ofNullable(pixelDataLayout);
    }

    /**
     * Where the item of each record of a DICOMDIR begins, in the order of its Directory Record Sequence; none for other
     * objects. PS3.3 F.2.2.2.
     */
    public long[] directoryRecordOffsets() {
        return directoryRecordOffsets.clone();
    }

    /** What was irregular, in the order it was met, at most a thousand. */
    public List<Finding> findings() {
        return findings;
    }
}
