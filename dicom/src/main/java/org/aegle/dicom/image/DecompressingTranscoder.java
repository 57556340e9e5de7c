package org.aegle.dicom.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.image.codec.FrameCodecs;
import org.aegle.dicom.io.BulkDataSource;
import org.aegle.dicom.io.DicomObject;
import org.aegle.dicom.io.DicomReader;
import org.aegle.dicom.io.DicomWriter;
import org.aegle.dicom.io.PixelDataLayout.EncapsulatedPixelData;
import org.aegle.dicom.io.PixelDataLayout.Fragment;
import org.aegle.dicom.io.SequenceLength;
import org.aegle.dicom.io.SequentialValues;
import org.aegle.dicom.io.StreamSource;
import org.aegle.dicom.io.Transcoder;
import org.aegle.dicom.io.Transcoding;
import org.aegle.dicom.io.TransferSyntax;

/**
 * Decompresses objects for receivers that take native transfer syntaxes only: from each encapsulated one that there is a
 * codec for to implicit or explicit VR little endian, deflated or not. Frames are decoded one by one as they are written,
 * so that memory grows with a frame and not with their number. The attributes tell of the pixels as they are then: RGB
 * where chrominance was subsampled or transformed, colours by pixel, no offset tables, and that something was lost where
 * it was. The first frame is decoded before anything is written; a later one that cannot be breaks the writing off.
 *
 * <p>Other data sets are left to another transcoder. Safe for all threads. PS3.5 8.2, A.4, PS3.3 C.7.6.1.1.5, C.7.6.3.
 */
public final class DecompressingTranscoder implements Transcoder {
    private final Transcoder others;
    private final DicomReader reader;

    /** Decompresses within the default limits of reading; the other transcoder is for what is not compressed. */
    public DecompressingTranscoder(Transcoder others) {
        this(others, new DicomReader());
    }

    /** The same with a reader of one's own. */
    public DecompressingTranscoder(Transcoder others, DicomReader reader) {
        this.others = others;
        this.reader = reader;
    }

    @Override
    public boolean supports(TransferSyntax from, TransferSyntax to) {
        if (!from.encapsulated()) {
            return others.supports(from, to);
        }
        return !to.encapsulated()
                && !to.bigEndian()
                && FrameCodecs.find(from.uid()).isPresent();
    }

    @Override
    public Transcoding begin(StreamSource dataset, TransferSyntax from, TransferSyntax to) throws IOException {
        if (!from.encapsulated()) {
            return others.begin(dataset, from, to);
        }
        DicomObject object;
        try (InputStream in = dataset.open()) {
            object = reader.readDataset(in, from);
        }
        SequentialValues values = SequentialValues.ofStream(dataset);
        try (values) {
            new NestedPixels(from, values).decodeIn(object.dataset());
            return object.findPixelDataLayout().orElse(null) instanceof EncapsulatedPixelData encoded
                    ? decompression(object, encoded, values, to)
                    : out -> write(object.dataset(), values, values, to, out);
        }
    }

    private static Transcoding decompression(
            DicomObject object, EncapsulatedPixelData encoded, SequentialValues values, TransferSyntax to)
            throws IOException {
        String told = object.dataset().getString(Tag.PhotometricInterpretation);
        DecodedPixels pixels = new DecodedPixels(object, values, frame -> SpreadColours.toRgb(told, frame));
        Attributes image = new Attributes(object.dataset());
        pixels.describe(image);
        long encodedBytes =
                encoded.fragments().stream().mapToLong(Fragment::length).sum();
        LossyCompression.tell(image, object.transferSyntax().uid(), encodedBytes, pixels.length());
        BulkDataSource both = value -> pixels.isReference(value) ? pixels.open() : values.open(value);
        return out -> write(image, both, values, to, out);
    }

    private static void write(
            Attributes image, BulkDataSource bulkData, SequentialValues values, TransferSyntax to, OutputStream out)
            throws IOException {
        try (values) {
            new DicomWriter(SequenceLength.EXPLICIT, bulkData).writeDataset(image, to, out);
        }
    }
}
