package org.aegle.dicom.image.codec.jpeg;

import org.aegle.dicom.image.FrameException.MalformedFrame;
import org.aegle.dicom.image.codec.CodestreamInput;

/** Walks over the marker segments of JPEG and JPEG-LS codestreams. Not thread safe. ITU-T T.81 B.1.1. */
public final class Markers {
    /** Start of image. */
    public static final int SOI = 0xD8;
    /** End of image. */
    public static final int EOI = 0xD9;
    /** Start of scan. */
    public static final int SOS = 0xDA;
    /** Define restart interval. */
    public static final int DRI = 0xDD;

    static final int DQT = 0xDB;
    static final int DNL = 0xDC;
    static final int DHT = 0xC4;
    static final int SOF0 = 0xC0;
    static final int SOF15 = 0xCF;
    static final int JPG = 0xC8;
    static final int DAC = 0xCC;
    static final int APP0 = 0xE0;
    static final int APP14 = 0xEE;

    private static final int PREFIX = 0xFF;
    private static final int RST0 = 0xD0;
    private static final int RST7 = 0xD7;

    private final CodestreamInput in;

    /**
     * Begins with the start of the image.
     *
     * @throws MalformedFrame when the first marker is another one
     */
    public Markers(CodestreamInput in) throws MalformedFrame {
        this.in = in;
        if (in.readByte() != PREFIX || in.readByte() != SOI) {
            throw new MalformedFrame("no JPEG codestream");
        }
    }

    /** The next marker; what lies between is left out, restart markers too. EOI when there is none. */
    public int next() throws MalformedFrame {
        while (in.remaining() >= 2) {
            if (in.readByte() != PREFIX) {
                continue;
            }
            int code = in.readByte();
            if (code == PREFIX) {
                in.seek(in.position() - 1);
            } else if (code >= SOF0 && (code < RST0 || code > RST7)) {
                return code;
            }
        }
        return EOI;
    }

    /** The parameters of the marker just read. */
    public CodestreamInput segment() throws MalformedFrame {
        int length = in.readWord();
        return in.readSlice(length - 2);
    }

    /** Where the entropy coded data of a scan begins. */
    public CodestreamInput input() {
        return in;
    }

    static boolean isFrameHeader(int marker) {
        return marker >= SOF0 && marker <= SOF15 && marker != DHT && marker != JPG && marker != DAC;
    }

    static boolean isRestart(int code) {
        return code >= RST0 && code <= RST7;
    }

    static int restart(int count) {
        return RST0 + (count & 7);
    }
}
