package org.aegle.dicom.image;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.UnaryOperator;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.BulkData;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.io.BulkDataSource;
import org.aegle.dicom.io.DicomObject;
import org.aegle.dicom.io.FrameIndex;

/**
 * The pixel data of an object made native: little endian, colours by pixel, single bits packed. One frame at a time is
 * decoded, and changed where that is wanted, as the stream is read; its length is known before. For one thread. PS3.5 8.
 */
public final class DecodedPixels {
    private static final long LONGEST = 0xFFFF_FFFEL;

    private final DicomObject object;
    private final FrameIndex index;
    private final BulkDataSource values;
    private final UnaryOperator<Frame> change;
    private final FrameDecoder decoder = new FrameDecoder();
    private final Frame first;
    private final int tag;
    private final BulkData value;

    /**
     * Decodes the first frame.
     *
     * @param object the object, its pixel data among what was read
     * @param values gives the bytes of the object
     * @param change what becomes of each frame; the format must become the same for all
     * @throws UndecodablePixels when the frames cannot be parted, the first one not decoded, or all are too long together
     * @throws IOException when the object cannot be read
     */
    public DecodedPixels(DicomObject object, BulkDataSource values, UnaryOperator<Frame> change) throws IOException {
        this.object = object;
        this.index = FrameIndex.of(object);
        this.values = values;
        this.change = change;
        Attributes dataset = object.dataset();
        if (index.frameCount() == 0 || index.frameCount() != Math.max(1, dataset.getLong(Tag.NumberOfFrames, 1))) {
            throw new UndecodablePixels("the frames cannot be parted");
        }
        this.tag = dataset.contains(Tag.PixelData)
                ? Tag.PixelData
                : dataset.contains(Tag.FloatPixelData) ? Tag.FloatPixelData : Tag.DoubleFloatPixelData;
        this.first = decode(1);
        if (length() > LONGEST) {
            throw new UndecodablePixels("the pixel data is too long to be native");
        }
        // Where no pixel data of an object can lie: the place tells it from the values of the original.
        this.value = new BulkData(vr(), 0, length(), false);
    }

    private VR vr() {
        return switch (tag) {
            case Tag.FloatPixelData -> VR.OF;
            case Tag.DoubleFloatPixelData -> VR.OD;
            default -> NativeDescription.vr(first.format());
        };
    }

    private boolean isPacked() {
        return NativeDescription.isPacked(object.dataset(), first.format());
    }

    /** Bytes of all frames, without padding. */
    public long length() {
        long cells = first.format().byteCount() * index.frameCount();
        return isPacked() ? (cells + 7) / 8 : cells;
    }

    /** Makes a data set describe these pixels and refer to them. PS3.3 C.7.6.3. */
    public void describe(Attributes image) {
        image.setValue(tag, value.vr(), value);
        NativeDescription.put(image, first.format(), isPacked());
    }

    /** The reference that stands for these pixels. */
    public boolean isReference(BulkData reference) {
        return value.equals(reference);
    }

    /** All frames. One that cannot be decoded, or has another format, breaks the stream with {@link UndecodablePixels}. */
    public InputStream open() {
        return new FrameStream(index.frameCount(), isPacked(), number -> number == 1 ? first : next(number));
    }

    private Frame next(int number) throws IOException {
        Frame frame = decode(number);
        if (!frame.format().equals(first.format())) {
            throw new UndecodablePixels("frame " + number + " has another format than the first");
        }
        return frame;
    }

    private Frame decode(int number) throws IOException {
        byte[] bytes =
                index.read(number, range -> values.open(new BulkData(VR.OB, range.offset(), range.length(), false)));
        try {
            return change.apply(decoder.decode(object.dataset(), object.transferSyntax(), bytes));
        } catch (FrameException e) {
            throw new UndecodablePixels("frame " + number + " cannot be decoded", e);
        }
    }
}
