package org.aegle.dicom.image;

import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.image.codec.FrameCodec;
import org.aegle.dicom.image.codec.FrameCodecs;
import org.aegle.dicom.image.codec.NativeCodec;
import org.aegle.dicom.io.TransferSyntax;

/** Decodes the samples of a frame, native or encapsulated. Thread safe. PS3.5 8, Annex A and G. */
public final class FrameDecoder {
    private final FrameCodec nativeSamples = new NativeCodec();

    /**
     * Decodes a frame. Its format tells what the samples are after decoding: colours that the codestream transformed are
     * RGB again, those of YBR_FULL_422 have their chrominance spread and are YBR_FULL.
     *
     * @param dataset the image's attributes
     * @param syntax its transfer syntax
     * @param bytes the frame as it lies in the object, fragments joined
     * @throws FrameException.CodecUnavailable when there is no codec for the encoding
     * @throws FrameException.MalformedFrame when bytes and attributes contradict each other
     * @throws FrameException.Interrupted when the thread was interrupted meanwhile
     */
    public Frame decode(Attributes dataset, TransferSyntax syntax, byte[] bytes) throws FrameException {
        PixelFormat format = PixelFormat.of(dataset);
        if (!syntax.encapsulated()) {
            return nativeSamples.decode(format, littleEndian(dataset, syntax, format, bytes));
        }
        return FrameCodecs.find(syntax.uid())
                .orElseThrow(() -> new FrameException.CodecUnavailable(syntax.name()))
                .decode(format, bytes);
    }

    private static byte[] littleEndian(Attributes dataset, TransferSyntax syntax, PixelFormat format, byte[] bytes) {
        return syntax.bigEndian() ? turned(bytes, wordLength(dataset, format)) : bytes;
    }

    /** Samples of eight bits in OW lie in words too. PS3.5 8.1.1, 8.2. */
    private static int wordLength(Attributes dataset, PixelFormat format) {
        boolean words = dataset.getVR(Tag.PixelData) == VR.OW;
        return format.bytesPerSample() == 1 && words ? 2 : format.bytesPerSample();
    }

    private static byte[] turned(byte[] bytes, int wordLength) {
        byte[] turned = bytes.clone();
        for (int word = 0; word + wordLength <= bytes.length; word += wordLength) {
            for (int i = 0; i < wordLength; i++) {
                turned[word + i] = bytes[word + wordLength - 1 - i];
            }
        }
        return turned;
    }
}
