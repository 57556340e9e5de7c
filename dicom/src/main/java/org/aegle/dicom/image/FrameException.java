package org.aegle.dicom.image;

/** A frame cannot be shown. */
public abstract sealed class FrameException extends Exception
        permits FrameException.CodecUnavailable, FrameException.MalformedFrame {
    private static final long serialVersionUID = 1L;

    private FrameException(String message) {
        super(message);
    }

    /** No codec for the transfer syntax, or for its variant in this frame. The frame may well be sound. */
    public static final class CodecUnavailable extends FrameException {
        private static final long serialVersionUID = 1L;

        /** Names the transfer syntax or the variant. */
        public CodecUnavailable(String message) {
            super(message);
        }
    }

    /** The frame contradicts its description, or is beyond all bounds. */
    public static final class MalformedFrame extends FrameException {
        private static final long serialVersionUID = 1L;

        /** Names the contradiction. */
        public MalformedFrame(String message) {
            super(message);
        }
    }
}
