package org.aegle.dicom.image.codec;

import org.aegle.dicom.image.EncodedFrame;
import org.aegle.dicom.image.Frame;
import org.aegle.dicom.image.FrameException;

/** Encodes frames for a transfer syntax. Implementations are thread safe. PS3.5 8.2 and Annex A.4. */
public interface FrameCompressor {
    /**
     * Encodes a frame.
     *
     * @throws FrameException.CodecUnavailable when the transfer syntax cannot hold such samples
     * @throws FrameException.Interrupted when the thread was interrupted
     */
    EncodedFrame encode(Frame frame) throws FrameException;
}
