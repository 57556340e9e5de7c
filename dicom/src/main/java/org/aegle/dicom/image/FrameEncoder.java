package org.aegle.dicom.image;

import java.util.Arrays;
import org.aegle.dicom.image.codec.FrameCompressors;
import org.aegle.dicom.io.TransferSyntax;

/** Encodes decoded frames for an encapsulated transfer syntax. Thread safe. PS3.5 8.2, Annex A.4 and G. */
public final class FrameEncoder {
    /**
     * Encodes a frame.
     *
     * @param frame the samples
     * @param syntax RLE Lossless, JPEG Baseline or Lossless SV1, JPEG-LS lossless or near-lossless, JPEG 2000 lossless
     * @return a fragment of even length, and what the object has to tell of it
     * @throws FrameException.CodecUnavailable when there is no encoder for the transfer syntax or for such samples
     * @throws FrameException.Interrupted when the thread was interrupted meanwhile
     */
    public EncodedFrame encode(Frame frame, TransferSyntax syntax) throws FrameException {
        EncodedFrame encoded = FrameCompressors.find(syntax.uid())
                .orElseThrow(() -> new FrameException.CodecUnavailable(syntax.name()))
                .encode(frame);
        byte[] bytes = encoded.bytes();
        byte[] even = bytes.length % 2 == 0 ? bytes : Arrays.copyOf(bytes, bytes.length + 1);
        return new EncodedFrame(even, encoded.photometric(), encoded.lossy());
    }
}
