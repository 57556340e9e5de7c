package org.aegle.dicom.image;

import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.io.TransferSyntax;

/**
 * Decodes the samples of a frame: native, RLE Lossless, deflated frames and JPEG of eight bits. Thread safe. PS3.5 8,
 * Annex A and G.
 */
public final class FrameDecoder {
    /**
     * Decodes a frame.
     *
     * @param dataset the image's attributes
     * @param syntax its transfer syntax
     * @param bytes the frame as it lies in the object, fragments joined
     * @throws FrameException.CodecUnavailable when the encoding is not among those above
     * @throws FrameException.MalformedFrame when bytes and attributes contradict each other
     */
    public Frame decode(Attributes dataset, TransferSyntax syntax, byte[] bytes) throws FrameException {
        PixelFormat format = PixelFormat.of(dataset);
        return switch (syntax.uid()) {
            case UID.RLELossless -> new Frame(interleaved(format), RleDecoder.decode(format, bytes));
            case UID.JPEGBaseline8Bit, UID.JPEGExtended12Bit, UID.JPEGFullProgressionNonHierarchical1012 ->
                JpegDecoder.decode(format, bytes);
            case UID.DeflatedImageFrameCompression ->
                NativeDecoder.decode(format, InflateDecoder.inflate(format, bytes));
            case UID.EncapsulatedUncompressedExplicitVRLittleEndian -> NativeDecoder.decode(format, bytes);
            default -> {
                if (syntax.encapsulated()) {
                    throw new FrameException.CodecUnavailable(syntax.name());
                }
                yield NativeDecoder.decode(format, littleEndian(dataset, syntax, format, bytes));
            }
        };
    }

    private static PixelFormat interleaved(PixelFormat format) {
        return format.interleaved(format.photometric());
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
