package org.aegle.dicom.image.codec;

import org.aegle.dicom.image.Frame;
import org.aegle.dicom.image.FrameException;
import org.aegle.dicom.image.PixelFormat;

/**
 * Decodes the frames of a family of transfer syntaxes. Implementations are thread safe, end soon after their thread is
 * interrupted, allocate no more than a small multiple of the frame that the attributes announce, and throw nothing but
 * {@link FrameException} whatever the bytes are. PS3.5 8.2 and Annex A.4.
 */
public interface FrameCodec {
    /**
     * Decodes a frame.
     *
     * @param format what the attributes tell of the samples; the codestream must agree with it
     * @param bytes the frame as it lies in the object, fragments joined
     * @return the samples, its photometric interpretation being that of the samples and not of the codestream
     * @throws FrameException.CodecUnavailable when the codestream is of a variant that DICOM does not use
     * @throws FrameException.MalformedFrame when the codestream is broken or contradicts the format
     * @throws FrameException.Interrupted when the thread was interrupted
     */
    Frame decode(PixelFormat format, byte[] bytes) throws FrameException;
}
