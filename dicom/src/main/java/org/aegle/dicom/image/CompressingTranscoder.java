package org.aegle.dicom.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Set;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.BulkData;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.image.codec.FrameCodecs;
import org.aegle.dicom.io.DicomObject;
import org.aegle.dicom.io.DicomReader;
import org.aegle.dicom.io.FrameIndex;
import org.aegle.dicom.io.SequentialValues;
import org.aegle.dicom.io.StreamSource;
import org.aegle.dicom.io.Transcoder;
import org.aegle.dicom.io.Transcoding;
import org.aegle.dicom.io.TransferSyntax;

/**
 * Compresses the images of objects without loss, so that they stay the same instances: to RLE, JPEG Lossless, JPEG-LS or
 * JPEG 2000, from native transfer syntaxes and from those that can be decompressed. Frames are coded one by one as they
 * are written. The first frame is coded before anything is written; a later one that cannot be breaks the writing off.
 *
 * <p>Other data sets are left to another transcoder. Safe for all threads. PS3.5 8.2, A.4.
 */
public final class CompressingTranscoder implements Transcoder {
    private static final Set<String> LOSSLESS =
            Set.of(UID.RLELossless, UID.JPEGLosslessSV1, UID.JPEGLSLossless, UID.JPEG2000Lossless);

    private final Transcoder others;
    private final DicomReader reader = new DicomReader();

    /** Compresses within the default limits of reading; the other transcoder is for all that is not to be compressed. */
    public CompressingTranscoder(Transcoder others) {
        this.others = others;
    }

    @Override
    public boolean supports(TransferSyntax from, TransferSyntax to) {
        if (!to.encapsulated()) {
            return others.supports(from, to);
        }
        return LOSSLESS.contains(to.uid())
                && (!from.encapsulated() || FrameCodecs.find(from.uid()).isPresent());
    }

    @Override
    public Transcoding begin(StreamSource dataset, TransferSyntax from, TransferSyntax to) throws IOException {
        if (!to.encapsulated()) {
            return others.begin(dataset, from, to);
        }
        DicomObject object;
        try (InputStream in = dataset.open()) {
            object = reader.readDataset(in, from);
        }
        StreamSource inflated = from.deflated() ? () -> reader.inflated(dataset.open(), 0) : dataset;
        SequentialValues values = SequentialValues.ofStream(inflated);
        try (values) {
            new NestedPixels(from, values).decodeIn(object.dataset());
            return compression(new Frames(object, FrameIndex.of(object), values), to);
        }
    }

    private static Transcoding compression(Frames frames, TransferSyntax to) throws IOException {
        Attributes dataset = frames.object().dataset();
        long told = Math.max(1, dataset.getLong(Tag.NumberOfFrames, 1));
        if (!dataset.contains(Tag.PixelData) || frames.index().frameCount() != told) {
            throw new UndecodablePixels("there are no frames that can be parted");
        }
        if (dataset.getInt(Tag.BitsAllocated, 0) == 1) {
            throw new UndecodablePixels("frames of single bits are not compressed so");
        }
        Frame first = frames.decode(1);
        EncodedFrame encoded = encode(first, to);
        Attributes image = new Attributes(dataset);
        NativeDescription.put(image, first.format(), false);
        LossyCompression.tell(
                image,
                frames.object().transferSyntax().uid(),
                frames.bytes(),
                first.format().byteCount() * told);
        image.setString(Tag.PhotometricInterpretation, VR.CS, encoded.photometric());
        return out -> write(image, frames, to, out);
    }

    private static void write(Attributes image, Frames frames, TransferSyntax to, OutputStream out) throws IOException {
        try (SequentialValues values = frames.values()) {
            FragmentedWriter writer = new FragmentedWriter(image, to, values, out);
            writer.begin();
            for (int number = 1; number <= frames.index().frameCount(); number++) {
                writer.fragment(encode(frames.decode(number), to).bytes());
            }
            writer.end();
        }
    }

    private static EncodedFrame encode(Frame frame, TransferSyntax to) throws IOException {
        try {
            return new FrameEncoder().encode(frame, to);
        } catch (FrameException e) {
            throw new UndecodablePixels("a frame cannot be compressed", e);
        }
    }

    private record Frames(DicomObject object, FrameIndex index, SequentialValues values) {
        Frame decode(int number) throws IOException {
            byte[] bytes = index.read(
                    number, range -> values.open(new BulkData(VR.OB, range.offset(), range.length(), false)));
            try {
                String told = object.dataset().getString(Tag.PhotometricInterpretation);
                return SpreadColours.toRgb(
                        told, new FrameDecoder().decode(object.dataset(), object.transferSyntax(), bytes));
            } catch (FrameException e) {
                throw new UndecodablePixels("frame " + number + " cannot be decoded", e);
            }
        }

        long bytes() {
            long sum = 0;
            for (int number = 1; number <= index.frameCount(); number++) {
                sum += index.frameLength(number);
            }
            return sum;
        }
    }
}
