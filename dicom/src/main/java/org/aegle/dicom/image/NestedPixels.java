package org.aegle.dicom.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.BulkData;
import org.aegle.dicom.data.Fragments;
import org.aegle.dicom.data.Sequence;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.io.BulkDataSource;
import org.aegle.dicom.io.TransferSyntax;

/** Makes the encapsulated pixel data within sequences native: that of icons, small and of one frame. PS3.3 C.7.6.1.1.6. */
final class NestedPixels {
    private static final long LONGEST = 16L << 20;

    private final TransferSyntax syntax;
    private final BulkDataSource values;
    private final FrameDecoder decoder = new FrameDecoder();

    NestedPixels(TransferSyntax syntax, BulkDataSource values) {
        this.syntax = syntax;
        this.values = values;
    }

    /**
     * Decodes those in all items of a data set, in place.
     *
     * @throws UndecodablePixels when one cannot be decoded, or an encapsulated value is none of an image
     */
    void decodeIn(Attributes dataset) throws IOException {
        for (int tag : dataset.tags()) {
            if (dataset.getValue(tag) instanceof Sequence items) {
                for (Attributes item : items) {
                    decodeOwn(item);
                    decodeIn(item);
                }
            }
        }
    }

    private void decodeOwn(Attributes item) throws IOException {
        for (int tag : item.tags()) {
            if (item.getValue(tag) instanceof Fragments fragments) {
                if (tag != Tag.PixelData) {
                    throw new UndecodablePixels("an encapsulated value that is no pixel data");
                }
                decode(item, fragments);
            }
        }
    }

    private void decode(Attributes icon, Fragments fragments) throws IOException {
        byte[] encoded = joined(fragments);
        try {
            String told = icon.getString(Tag.PhotometricInterpretation);
            Frame frame = SpreadColours.toRgb(told, decoder.decode(icon, syntax, encoded));
            PixelFormat format = frame.format();
            boolean packed = NativeDescription.isPacked(icon, format);
            NativeDescription.put(icon, format, packed);
            byte[] samples = packed ? new BitPacker().pack(frame.samples(), true) : frame.samples();
            icon.setBytes(Tag.PixelData, NativeDescription.vr(format), samples);
        } catch (FrameException e) {
            throw new UndecodablePixels("the pixel data of an item cannot be decoded", e);
        }
    }

    private byte[] joined(Fragments fragments) throws IOException {
        long length = fragments.stream().mapToLong(BulkData::length).sum();
        if (length > LONGEST) {
            throw new UndecodablePixels("the pixel data of an item is longer than that of any icon");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 1; i < fragments.size(); i++) {
            try (InputStream in = values.open(fragments.get(i))) {
                in.transferTo(bytes);
            }
        }
        return bytes.toByteArray();
    }
}
