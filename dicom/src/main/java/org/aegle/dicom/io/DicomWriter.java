package org.aegle.dicom.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.BulkData;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;

/**
 * Writes data sets, as Part 10 files or bare. The same data set gives the same bytes. Values are padded to even
 * lengths, group lengths outside group 0002 are left out unless asked for, sequences have explicit lengths unless asked otherwise. Thread
 * safe. PS3.5 7, PS3.10 7.
 */
public final class DicomWriter {
    private static final byte[] PREAMBLE_AND_PREFIX = new byte[132];

    static {
        PREAMBLE_AND_PREFIX[128] = 'D';
        PREAMBLE_AND_PREFIX[129] = 'I';
        PREAMBLE_AND_PREFIX[130] = 'C';
        PREAMBLE_AND_PREFIX[131] = 'M';
    }

    private final SequenceLength sequenceLength;
    private final BulkDataSource bulkData;
    private final boolean groupLengths;

    /** A writer of explicit lengths for data sets that hold all their values. */
    public DicomWriter() {
        this(SequenceLength.EXPLICIT, DicomWriter::refuse);
    }

    /**
     * A writer.
     *
     * @param sequenceLength how lengths of sequences are told
     * @param bulkData gives the values that a data set holds by reference
     */
    public DicomWriter(SequenceLength sequenceLength, BulkDataSource bulkData) {
        this(sequenceLength, bulkData, false);
    }

    private DicomWriter(SequenceLength sequenceLength, BulkDataSource bulkData, boolean groupLengths) {
        this.sequenceLength = sequenceLength;
        this.bulkData = bulkData;
        this.groupLengths = groupLengths;
    }

    /** The same with a length before each group, which the standard has retired and old readers want. PS3.5 7.2. */
    public DicomWriter withGroupLengths() {
        return new DicomWriter(sequenceLength, bulkData, true);
    }

    private static InputStream refuse(BulkData value) throws IOException {
        throw new IOException("the value at " + value.offset() + " is held by reference");
    }

    /**
     * Writes a Part 10 file. The stream is flushed, not closed.
     *
     * @throws IllegalArgumentException when the meta information names no known transfer syntax
     * @throws IOException when a value cannot be fetched or the stream fails
     */
    public void write(FileMetaInformation meta, Attributes dataset, OutputStream out) throws IOException {
        TransferSyntax syntax = TransferSyntax.find(meta.transferSyntaxUid())
                .orElseThrow(() -> new IllegalArgumentException("no known transfer syntax"));
        writeFileMetaInformation(meta, out);
        writeDataset(dataset, syntax, out);
    }

    /**
     * Writes a cleared preamble, the prefix and the meta information with its group length: all that stands before the
     * data set of a file.
     */
    public void writeFileMetaInformation(FileMetaInformation meta, OutputStream out) throws IOException {
        Attributes elements = new Attributes(meta.attributes());
        elements.remove(Tag.FileMetaInformationGroupLength);
        ElementWriter writer = new ElementWriter(Encoding.EXPLICIT_LITTLE_ENDIAN, sequenceLength, false, bulkData, out);
        long length = writer.length(elements);
        out.write(PREAMBLE_AND_PREFIX);
        Attributes groupLength = new Attributes();
        groupLength.setLong(Tag.FileMetaInformationGroupLength, VR.UL, length);
        writer.writeWithGroupLength(groupLength);
        writer.write(elements);
        writer.flush();
    }

    /** Writes a data set without meta information. The stream is flushed, not closed. */
    public void writeDataset(Attributes dataset, TransferSyntax syntax, OutputStream out) throws IOException {
        Encoding encoding = Encoding.of(syntax);
        if (!syntax.deflated()) {
            ElementWriter writer = elementWriter(encoding, out);
            writer.write(dataset);
            writer.flush();
            return;
        }
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            DeflaterOutputStream deflated = new DeflaterOutputStream(out, deflater);
            ElementWriter writer = elementWriter(encoding, deflated);
            writer.write(dataset);
            writer.flush();
            deflated.finish();
            if (deflater.getBytesWritten() % 2 != 0) {
                out.write(0);
            }
            out.flush();
        } finally {
            deflater.end();
        }
    }

    /** Bytes that a data set takes as this writer writes it, before any deflating. */
    public long length(Attributes dataset, TransferSyntax syntax) {
        return elementWriter(Encoding.of(syntax), OutputStream.nullOutputStream())
                .length(dataset);
    }

    private ElementWriter elementWriter(Encoding encoding, OutputStream out) {
        return new ElementWriter(encoding, sequenceLength, groupLengths, bulkData, out);
    }
}
