package org.aegle.dicom.data;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** Turns the little endian bytes or the strings of an element into numbers and back. PS3.5 6.2. */
final class NumberValues {
    static final long[] NO_LONGS = {};
    static final double[] NO_DOUBLES = {};

    private NumberValues() {}

    private static ByteBuffer buffer(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Integers of a binary element; a rest shorter than one value is dropped. Words of OB, OW and OL are unsigned. */
    static long[] longs(byte[] bytes, VR vr) {
        if (vr.kind() == VR.Kind.FLOATING) {
            return toLongs(doubles(bytes, vr));
        }
        ByteBuffer buffer = buffer(bytes);
        long[] values = new long[bytes.length / vr.valueLength()];
        for (int i = 0; i < values.length; i++) {
            values[i] = integer(buffer, vr);
        }
        return values;
    }

    private static long integer(ByteBuffer buffer, VR vr) {
        return switch (vr) {
            case SS -> buffer.getShort();
            case US, OW -> buffer.getShort() & 0xFFFFL;
            case SL -> buffer.getInt();
            case UL, OL -> buffer.getInt() & 0xFFFF_FFFFL;
            case AT -> (buffer.getShort() & 0xFFFFL) << 16 | buffer.getShort() & 0xFFFFL;
            case SV, UV, OV -> buffer.getLong();
            default -> buffer.get() & 0xFFL;
        };
    }

    private static long[] toLongs(double[] numbers) {
        long[] values = new long[numbers.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (long) numbers[i];
        }
        return values;
    }

    /** Floating point numbers of a binary element. */
    static double[] doubles(byte[] bytes, VR vr) {
        ByteBuffer buffer = buffer(bytes);
        return switch (vr) {
            case FL, OF -> {
                double[] values = new double[bytes.length / Float.BYTES];
                for (int i = 0; i < values.length; i++) {
                    values[i] = buffer.getFloat();
                }
                yield values;
            }
            case FD, OD -> {
                double[] values = new double[bytes.length / Double.BYTES];
                for (int i = 0; i < values.length; i++) {
                    values[i] = buffer.getDouble();
                }
                yield values;
            }
            default -> toDoubles(longs(bytes, vr), vr);
        };
    }

    private static double[] toDoubles(long[] numbers, VR vr) {
        double[] values = new double[numbers.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = vr == VR.UV && numbers[i] < 0 ? unsigned(numbers[i]) : numbers[i];
        }
        return values;
    }

    private static double unsigned(long number) {
        return new BigDecimal(Long.toUnsignedString(number)).doubleValue();
    }

    /** Numbers of IS and DS values; none at all when one of them is no number. */
    static double[] parseDoubles(String[] strings) {
        double[] values = new double[strings.length];
        for (int i = 0; i < values.length; i++) {
            Optional<BigDecimal> number = decimal(strings[i]);
            if (number.isEmpty()) {
                return NO_DOUBLES;
            }
            values[i] = number.get().doubleValue();
        }
        return values;
    }

    /** Integers of IS and DS values, fractions cut off; none at all when one of them is no number. */
    static long[] parseLongs(String[] strings) {
        long[] values = new long[strings.length];
        for (int i = 0; i < values.length; i++) {
            Optional<BigDecimal> number = decimal(strings[i]);
            if (number.isEmpty() || number.get().abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
                return NO_LONGS;
            }
            values[i] = number.get().longValue();
        }
        return values;
    }

    /** A decimal string; exponents beyond those of a double are refused, since expanding them would take for ever. */
    static Optional<BigDecimal> decimal(String text) {
        String trimmed = text.strip();
        if (trimmed.isEmpty() || trimmed.length() > 64) {
            return Optional.empty();
        }
        try {
            BigDecimal number = new BigDecimal(trimmed);
            return Math.abs((long) number.scale()) > 400 ? Optional.empty() : Optional.of(number);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Little endian bytes of integers; the VR tells their width. */
    static byte[] encode(long[] values, VR vr) {
        ByteBuffer buffer = buffer(new byte[values.length * vr.valueLength()]);
        for (long value : values) {
            switch (vr) {
                case SS, US, OW -> buffer.putShort((short) value);
                case SL, UL, OL -> buffer.putInt((int) value);
                case AT -> buffer.putShort((short) (value >> 16)).putShort((short) value);
                case SV, UV, OV -> buffer.putLong(value);
                case FL -> buffer.putFloat(value);
                case FD -> buffer.putDouble(value);
                default -> buffer.put((byte) value);
            }
        }
        return buffer.array();
    }

    /** Little endian bytes of floating point numbers of FL, FD, OF or OD. */
    static byte[] encode(double[] values, VR vr) {
        ByteBuffer buffer = buffer(new byte[values.length * vr.valueLength()]);
        for (double value : values) {
            if (vr.valueLength() == Float.BYTES) {
                buffer.putFloat((float) value);
            } else {
                buffer.putDouble(value);
            }
        }
        return buffer.array();
    }
}
