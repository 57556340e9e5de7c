package org.aegle.dicom.deidentify;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.Enumeration;
import java.util.NoSuchElementException;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.BulkData;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.image.Frame;
import org.aegle.dicom.image.FrameDecoder;
import org.aegle.dicom.image.FrameException;
import org.aegle.dicom.image.PixelFormat;
import org.aegle.dicom.io.BulkDataSource;
import org.aegle.dicom.io.ByteRange;
import org.aegle.dicom.io.DicomObject;
import org.aegle.dicom.io.FrameIndex;

/**
 * The pixel data of an object with its regions blackened: native, little endian, colours by pixel. One frame at a time
 * is decoded and painted as the stream is read. PS3.15 E.3.1, PS3.5 8.1.
 */
final class RedactedPixels {
    private static final long LONGEST = 0xFFFF_FFFEL;

    private final DicomObject object;
    private final FrameIndex index;
    private final FramePainter painter;
    private final BulkDataSource values;
    private final FrameDecoder decoder = new FrameDecoder();
    private final PixelFormat format;
    private final int tag;
    private final BulkData value;

    /**
     * Looks at the first frame.
     *
     * @throws DeidentificationRefused when the frames cannot be parted or decoded, or are too long together
     */
    RedactedPixels(DicomObject object, PixelNeeds needs, BulkDataSource values) throws IOException {
        this.object = object;
        this.index = FrameIndex.of(object);
        this.painter = new FramePainter(needs);
        this.values = values;
        Attributes dataset = object.dataset();
        if (index.frameCount() == 0 || index.frameCount() < dataset.getLong(Tag.NumberOfFrames, 1)) {
            throw refused("the frames cannot be parted", null);
        }
        this.tag = dataset.contains(Tag.PixelData)
                ? Tag.PixelData
                : dataset.contains(Tag.FloatPixelData) ? Tag.FloatPixelData : Tag.DoubleFloatPixelData;
        this.format = decode(1).format();
        long length = frameLength() * index.frameCount();
        if (length > LONGEST) {
            throw refused("the pixel data is too long to be native", null);
        }
        // Where no pixel data of a file can lie: the place tells it from the values of the original.
        this.value = new BulkData(vr(), 0, length, false);
    }

    private static DeidentificationRefused refused(String message, Throwable cause) {
        return new DeidentificationRefused(DeidentificationRefused.Reason.PIXELS_NOT_CLEANABLE, message, cause);
    }

    private VR vr() {
        return switch (tag) {
            case Tag.FloatPixelData -> VR.OF;
            case Tag.DoubleFloatPixelData -> VR.OD;
            default -> format.bitsAllocated() == 8 ? VR.OB : VR.OW;
        };
    }

    private boolean isPacked() {
        return format.bitsAllocated() == 8 && object.dataset().getInt(Tag.BitsAllocated, 0) == 1;
    }

    private long frameLength() {
        return isPacked() ? (format.byteCount() + 7) / 8 : format.byteCount();
    }

    /** Makes a data set describe these pixels and refer to them. PS3.3 C.7.6.3. */
    void describe(Attributes out) {
        out.remove(Tag.ExtendedOffsetTable);
        out.remove(Tag.ExtendedOffsetTableLengths);
        out.setValue(tag, value.vr(), value);
        if (format.floating()) {
            return;
        }
        out.setString(Tag.PhotometricInterpretation, VR.CS, format.photometric());
        if (format.samples() > 1) {
            out.setInt(Tag.PlanarConfiguration, VR.US, 0);
        }
        if (!isPacked()) {
            out.setInt(Tag.BitsAllocated, VR.US, format.bitsAllocated());
            out.setInt(Tag.BitsStored, VR.US, format.bitsStored());
            out.setInt(Tag.HighBit, VR.US, format.highBit());
            out.setInt(Tag.PixelRepresentation, VR.US, format.signed() ? 1 : 0);
        }
    }

    /** The reference that stands for these pixels. */
    boolean isReference(BulkData reference) {
        return value.equals(reference);
    }

    /** All frames. A frame that cannot be decoded breaks the stream with a {@link DeidentificationRefused}. */
    InputStream open() {
        return new SequenceInputStream(new Enumeration<>() {
            private int next = 1;

            @Override
            public boolean hasMoreElements() {
                return next <= index.frameCount();
            }

            @Override
            public InputStream nextElement() {
                if (!hasMoreElements()) {
                    throw new NoSuchElementException();
                }
                return new ByteArrayInputStream(frame(next++));
            }
        });
    }

    private byte[] frame(int number) {
        try {
            Frame frame = decode(number);
            if (!frame.format().equals(format)) {
                throw refused("the frames differ in format", null);
            }
            byte[] samples = painter.paint(frame);
            return isPacked() ? packed(samples) : samples;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Frame decode(int number) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (ByteRange range : index.frame(number)) {
            try (InputStream in = values.open(new BulkData(VR.OB, range.offset(), range.length(), false))) {
                in.transferTo(bytes);
            }
        }
        try {
            return decoder.decode(object.dataset(), object.transferSyntax(), bytes.toByteArray());
        } catch (FrameException e) {
            throw refused("frame " + number + " cannot be decoded", e);
        }
    }

    /** The first pixel of a byte is its lowest bit. PS3.5 8.1.1. */
    private static byte[] packed(byte[] bits) {
        byte[] bytes = new byte[(bits.length + 7) / 8];
        for (int i = 0; i < bits.length; i++) {
            bytes[i >> 3] |= (byte) ((bits[i] & 1) << (i & 7));
        }
        return bytes;
    }
}
