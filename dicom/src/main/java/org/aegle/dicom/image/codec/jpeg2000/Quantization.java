package org.aegle.dicom.image.codec.jpeg2000;

import org.aegle.dicom.image.FrameException.MalformedFrame;
import org.aegle.dicom.image.codec.CodestreamInput;

/**
 * How the coefficients of each subband were made whole numbers. Subbands count from LL on: HL, LH, HH of the first
 * resolution, then of the next. ITU-T T.800 A.6.4, E.1.
 *
 * @param guardBits bits kept free
 * @param derived the steps of all subbands follow from that of LL
 * @param exponents exponent of each subband
 * @param mantissas mantissa of each, in 2048ths
 */
record Quantization(int guardBits, boolean derived, int[] exponents, int[] mantissas) {
    private static final double MANTISSA_UNIT = 2048;
    private static final int MANTISSA_BITS = 11;
    private static final int NONE = 0;
    private static final int DERIVED = 1;
    private static final int BANDS_OF_RESOLUTION = 3;

    /** Reads the parameters of the QCD marker, or what is left of those of QCC. */
    static Quantization read(CodestreamInput in) throws MalformedFrame {
        int style = in.readByte();
        int kind = style & 31;
        if (kind > 2) {
            throw new MalformedFrame("quantization of kind " + kind);
        }
        int count = kind == NONE ? in.remaining() : in.remaining() / 2;
        int[] exponents = new int[count];
        int[] mantissas = new int[count];
        for (int i = 0; i < count; i++) {
            int value = kind == NONE ? in.readByte() << Byte.SIZE : in.readWord();
            exponents[i] = value >> MANTISSA_BITS;
            mantissas[i] = value & (1 << MANTISSA_BITS) - 1;
        }
        return new Quantization(style >> 5, kind == DERIVED, exponents, mantissas);
    }

    /** Exponent of a subband of a resolution. */
    int exponent(int resolution, int index) throws MalformedFrame {
        int exponent = exponents[check(derived ? 0 : index)];
        return derived ? Math.max(0, exponent - Math.max(0, resolution - 1)) : exponent;
    }

    /** Distance between two steps of a subband whose samples have a number of bits. T.800 equation E-3. */
    float step(int resolution, int index, int bits) throws MalformedFrame {
        int mantissa = mantissas[check(derived ? 0 : index)];
        return (float) Math.scalb(1 + mantissa / MANTISSA_UNIT, bits - exponent(resolution, index));
    }

    private int check(int index) throws MalformedFrame {
        if (index >= exponents.length) {
            throw new MalformedFrame("a subband without quantization");
        }
        return index;
    }

    /** The place of a resolution's first subband. */
    static int firstIndex(int resolution) {
        return resolution == 0 ? 0 : BANDS_OF_RESOLUTION * (resolution - 1) + 1;
    }
}
