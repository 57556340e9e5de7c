package org.aegle.dicom.image;

/** A frame cannot be decoded, encoded or shown. */
public abstract sealed class FrameException extends Exception
        permits FrameException.CodecUnavailable, FrameException.MalformedFrame, FrameException.Interrupted {
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

    /** The thread was asked to stop while it worked on the frame. Its interrupt status stays set. */
    public static final class Interrupted extends FrameException {
        private static final long serialVersionUID = 1L;

        /** Without more to say. */
        public Interrupted() {
            super("interrupted");
        }
    }

    /**
     * Ends the work on a frame when the thread was asked to stop. Decoders call it every few thousand samples, so that
     * none outlives its time.
     *
     * @throws Interrupted when the thread's interrupt status is set
     */
    public static void throwIfInterrupted() throws Interrupted {
        if (Thread.currentThread().isInterrupted()) {
            throw new Interrupted();
        }
    }
}
