package org.aegle.imaging;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.BulkData;
import org.aegle.dicom.data.Fragments;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.io.BulkDataSource;
import org.aegle.dicom.io.DicomObject;
import org.aegle.dicom.io.DicomWriter;
import org.aegle.dicom.io.FileMetaInformation;
import org.aegle.dicom.io.SequenceLength;

/**
 * A stored object as every door gives it out once its patient, or an identifier of it, was corrected: the right attributes
 * and an Original Attributes Sequence in place of what came, in the same transfer syntax, pixel data untouched. What
 * stands before the pixel data is written anew in memory; the rest is the stored bytes. Only an object that breaks the
 * encoding rules, or is deflated, is written anew as a whole.
 */
final class CorrectedObject {
    private static final int ITEM_HEADER = 8;

    /** Of a long value, and of pixel data, with a VR and without. */
    private static final int EXPLICIT_HEADER = 12;

    private static final int IMPLICIT_HEADER = 8;

    private final DicomObject stored;
    private final Attributes dataset;
    private final Bytes bytes;
    private final long length;
    private final boolean sameCharacterSet;

    /** Opens a stretch of the stored object, inflated where it is deflated. */
    @FunctionalInterface
    interface Bytes {
        InputStream open(long offset, long length) throws IOException;
    }

    /**
     * @param stored the object as it was read
     * @param length its bytes as stored
     */
    CorrectedObject(DicomObject stored, Correction correction, Bytes bytes, long length) {
        this.stored = stored;
        this.dataset = new Attributes(stored.dataset());
        this.bytes = bytes;
        this.length = length;
        correction.applyTo(dataset);
        this.sameCharacterSet =
                dataset.specificCharacterSet().equals(stored.dataset().specificCharacterSet());
    }

    /** As a Part 10 file with a preamble of zeros. */
    InputStream file() throws IOException {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        Attributes meta =
                new Attributes(stored.findFileMetaInformation().orElseThrow().attributes());
        meta.setString(Tag.MediaStorageSOPInstanceUID, VR.UI, dataset.getString(Tag.SOPInstanceUID));
        new DicomWriter().writeFileMetaInformation(new FileMetaInformation(meta), header);
        return new SequenceInputStream(new ByteArrayInputStream(header.toByteArray()), dataset());
    }

    /** Without File Meta Information. */
    InputStream dataset() throws IOException {
        for (int tag : dataset.tags()) {
            if (mayStay(tag)) {
                long from = start(tag);
                InputStream head = written(dataset.filtered(t -> Integer.compareUnsigned(t, tag) < 0));
                return new SequenceInputStream(head, bytes.open(from, length - from));
            }
        }
        return written(dataset);
    }

    /** Whether the stored bytes serve from this element on: long, behind all that is corrected, regularly encoded. */
    private boolean mayStay(int tag) {
        Object value = dataset.getValue(tag);
        boolean isLong = value instanceof BulkData || value instanceof Fragments fragments && !fragments.isEmpty();
        int first = sameCharacterSet ? Tag.OriginalAttributesSequence + 1 : Tag.FloatPixelData;
        return isLong
                && Integer.compareUnsigned(tag, first) >= 0
                && !stored.transferSyntax().deflated()
                && stored.findings().isEmpty();
    }

    /** Position of the first byte of an element whose value is held by reference. PS3.5 7.1.2, A.4. */
    private long start(int tag) {
        Object value = dataset.getValue(tag);
        if (value instanceof Fragments fragments) {
            return fragments.offset(0) - ITEM_HEADER - EXPLICIT_HEADER;
        }
        int header = stored.transferSyntax().explicitVr() ? EXPLICIT_HEADER : IMPLICIT_HEADER;
        return ((BulkData) value).offset() - header;
    }

    private InputStream written(Attributes part) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BulkDataSource values = value -> bytes.open(value.offset(), value.length());
        new DicomWriter(SequenceLength.EXPLICIT, values).writeDataset(part, stored.transferSyntax(), out);
        return new ByteArrayInputStream(out.toByteArray());
    }
}
