package org.aegle.imaging.rendition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.image.Frame;
import org.aegle.dicom.image.FrameDecoder;
import org.aegle.dicom.image.FrameEncoder;
import org.aegle.dicom.image.FrameException;
import org.aegle.dicom.image.SpreadColours;
import org.aegle.dicom.image.codec.FrameCodecs;
import org.aegle.dicom.image.codec.FrameCompressors;
import org.aegle.dicom.io.TransferSyntax;
import org.aegle.imaging.ObjectBytes;
import org.aegle.imaging.RetrievableInstance;
import org.aegle.refusal.NotFound;
import org.aegle.refusal.NotSupported;

/** Frames in another transfer syntax than the stored one. PS3.18 8.7.3. */
@ApplicationScoped
public class TranscodedFrames {
    private final FrameDecoder decoder = new FrameDecoder();
    private final FrameEncoder encoder = new FrameEncoder();

    @Inject
    private Renditions renditions;

    @Inject
    private ImageAttributes attributes;

    @Inject
    private ObjectBytes bytes;

    /** Whether frames stored in one transfer syntax can be had in another. */
    public static boolean offers(String storedUid, TransferSyntax wanted) {
        boolean readable = TransferSyntax.find(storedUid)
                .filter(stored ->
                        !stored.encapsulated() || FrameCodecs.find(stored.uid()).isPresent())
                .isPresent();
        boolean writable =
                !wanted.encapsulated() || FrameCompressors.find(wanted.uid()).isPresent();
        return storedUid.equals(wanted.uid()) || readable && writable;
    }

    /**
     * A frame: its samples in little endian order for a native transfer syntax, else a codestream. Refuses with {@link
     * NotFound} where there is no such frame, and with {@link NotSupported} where it cannot be had so.
     */
    public byte[] get(RetrievableInstance image, int number, TransferSyntax wanted) throws IOException {
        TransferSyntax stored = TransferSyntax.find(image.transferSyntaxUid())
                .orElseThrow(() -> new NotSupported(image.transferSyntaxUid()));
        if (isStoredSo(stored, wanted)) {
            return bytes.frame(image, number);
        }
        try {
            return renditions.get(
                    new RenditionKey(image.blob().id(), number, wanted),
                    () -> transcode(image, number, stored, wanted));
        } catch (FrameException e) {
            throw new NotSupported(
                    "frame " + number + " of " + image.uid() + " in " + wanted.name() + " (" + e.getMessage() + ")");
        }
    }

    /** Native frames have one form, whatever the rest of the object is encoded in, but for the order of their bytes. */
    private static boolean isStoredSo(TransferSyntax stored, TransferSyntax wanted) {
        boolean plain = !stored.encapsulated() && !stored.bigEndian();
        return stored.equals(wanted) || plain && !wanted.encapsulated();
    }

    private byte[] transcode(RetrievableInstance image, int number, TransferSyntax stored, TransferSyntax wanted)
            throws IOException, FrameException {
        byte[] frame = bytes.frame(image, number);
        Attributes dataset = attributes.of(image);
        Frame decoded = SpreadColours.toRgb(
                dataset.getString(Tag.PhotometricInterpretation), decoder.decode(dataset, stored, frame));
        if (wanted.encapsulated()) {
            return encoder.encode(decoded, wanted).bytes();
        }
        boolean bits = dataset.getInt(Tag.BitsAllocated, 0) == 1;
        return bits ? packed(decoded.samples()) : decoded.samples();
    }

    /** Eight pixels of one bit in a byte, the first in its lowest bit. PS3.5 8.1.1. */
    private static byte[] packed(byte[] samples) {
        byte[] packed = new byte[(samples.length + 7) / 8];
        for (int i = 0; i < samples.length; i++) {
            packed[i / 8] |= (byte) (samples[i] << i % 8);
        }
        return packed;
    }
}
