package org.aegle.dicom.image.codec.jpeg2000;

import org.aegle.dicom.image.FrameException.MalformedFrame;
import org.aegle.dicom.image.codec.CodestreamInput;

/** Some writers put a JP2 file into a frame where the codestream alone belongs. ITU-T T.800 Annex I. */
final class Jp2File {
    private static final long SIGNATURE_LENGTH = 12;
    private static final long SIGNATURE_BOX = 0x6A502020L;
    private static final long CODESTREAM_BOX = 0x6A703263L;

    private Jp2File() {}

    /** The codestream in a file or the bytes themselves. */
    static CodestreamInput codestream(byte[] bytes) throws MalformedFrame {
        CodestreamInput in = new CodestreamInput(bytes);
        if (in.remaining() < SIGNATURE_LENGTH
                || in.readNumber() != SIGNATURE_LENGTH
                || in.readNumber() != SIGNATURE_BOX) {
            in.seek(0);
            return in;
        }
        in.seek((int) SIGNATURE_LENGTH);
        while (true) {
            long length = in.readNumber();
            long type = in.readNumber();
            long body = length - 8;
            if (length == 1) {
                body = (in.readNumber() << Integer.SIZE | in.readNumber()) - 16;
            } else if (length == 0) {
                body = in.remaining();
            }
            if (type == CODESTREAM_BOX) {
                return in.readSlice((int) Math.max(0, Math.min(body, in.remaining())));
            }
            in.skip(body > Integer.MAX_VALUE ? -1 : (int) body);
        }
    }
}
