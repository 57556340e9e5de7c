package org.aegle.dicom.data;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;

/** Converts the kept form of an element's value: bytes, strings, items or a reference. */
final class Values {
    private static final byte[] NO_BYTES = {};
    private static final int DS_LENGTH = 16;

    private Values() {}

    static boolean isKept(Object value) {
        return value instanceof byte[]
                || value instanceof String[]
                || value instanceof Fragments
                || value instanceof BulkData
                || value instanceof BulkDataReference;
    }

    static boolean isEmpty(Object value) {
        if (value instanceof byte[] bytes) {
            return bytes.length == 0;
        }
        if (value instanceof String[] strings) {
            return strings.length == 0;
        }
        if (value instanceof Sequence sequence) {
            return sequence.isEmpty();
        }
        return value instanceof BulkData bulk && bulk.length() == 0;
    }

    static String[] strings(Object value, VR vr, Attributes set) {
        if (value instanceof String[] strings) {
            return strings.clone();
        }
        if (value instanceof byte[] bytes && bytes.length > 0) {
            return StringValues.decode(
                    bytes,
                    vr,
                    vr.isCharacterSetDependent() ? set.specificCharacterSet() : SpecificCharacterSet.DEFAULT);
        }
        return StringValues.NONE;
    }

    static long[] longs(Object value, VR vr, Attributes set) {
        if (vr.isString()) {
            return NumberValues.parseLongs(strings(value, vr, set));
        }
        return value instanceof byte[] bytes ? NumberValues.longs(bytes, vr) : NumberValues.NO_LONGS;
    }

    static double[] doubles(Object value, VR vr, Attributes set) {
        if (vr.isString()) {
            return NumberValues.parseDoubles(strings(value, vr, set));
        }
        return value instanceof byte[] bytes ? NumberValues.doubles(bytes, vr) : NumberValues.NO_DOUBLES;
    }

    static byte[] bytes(Object value, VR vr, Attributes set) {
        if (value instanceof byte[] bytes) {
            return bytes;
        }
        if (value instanceof String[] strings) {
            return StringValues.encode(strings, vr, set.specificCharacterSet());
        }
        return NO_BYTES;
    }

    static Object ofStrings(String[] strings, VR vr) {
        return switch (vr.kind()) {
            case STRING, TEXT -> strings.length == 1 && strings[0].isEmpty() ? NO_BYTES : strings.clone();
            case TAG ->
                NumberValues.encode(
                        Arrays.stream(strings)
                                .mapToLong(s -> Long.parseLong(s, 16))
                                .toArray(),
                        vr);
            case FLOATING ->
                NumberValues.encode(
                        Arrays.stream(strings).mapToDouble(Double::parseDouble).toArray(), vr);
            case SIGNED, UNSIGNED ->
                NumberValues.encode(
                        Arrays.stream(strings)
                                .mapToLong(s ->
                                        new BigDecimal(s.strip()).toBigInteger().longValue())
                                .toArray(),
                        vr);
            case BYTES, SEQUENCE -> throw new IllegalArgumentException(vr + " holds no strings");
        };
    }

    static Object ofLongs(long[] numbers, VR vr) {
        if (vr.isString()) {
            return Arrays.stream(numbers).mapToObj(Long::toString).toArray(String[]::new);
        }
        return NumberValues.encode(numbers, vr);
    }

    static Object ofDoubles(double[] numbers, VR vr) {
        if (vr.isString()) {
            return Arrays.stream(numbers).mapToObj(Values::decimalString).toArray(String[]::new);
        }
        if (vr.valueLength() == 2 || vr.kind() == VR.Kind.SIGNED || vr.kind() == VR.Kind.UNSIGNED) {
            return NumberValues.encode(
                    Arrays.stream(numbers).mapToLong(Math::round).toArray(), vr);
        }
        return NumberValues.encode(numbers, vr);
    }

    /** The nearest number that 16 characters can tell. PS3.5 6.2, DS. */
    private static String decimalString(double number) {
        BigDecimal exact = BigDecimal.valueOf(number).stripTrailingZeros();
        for (int digits = DS_LENGTH; ; digits--) {
            BigDecimal rounded = exact.round(new MathContext(digits)).stripTrailingZeros();
            String plain = rounded.toPlainString();
            String text = plain.length() <= DS_LENGTH ? plain : rounded.toString();
            if (text.length() <= DS_LENGTH || digits == 1) {
                return text;
            }
        }
    }

    /** Decodes the texts that depend on the character set, before that is changed. */
    static void decodeTexts(Attributes set) {
        for (int tag : set.tags()) {
            Object value = set.getValue(tag);
            VR vr = set.getVR(tag);
            if (value instanceof byte[] bytes && bytes.length > 0 && vr.isCharacterSetDependent()) {
                set.setValue(tag, vr, strings(bytes, vr, set));
            } else if (value instanceof Sequence items) {
                items.stream()
                        .filter(item -> !item.contains(Tag.SpecificCharacterSet))
                        .forEach(Values::decodeTexts);
            }
        }
    }

    static boolean equal(Object one, Attributes oneSet, Object other, Attributes otherSet, VR vr) {
        if (one instanceof byte[] a && other instanceof byte[] b && Arrays.equals(a, b)) {
            return !vr.isCharacterSetDependent()
                    || a.length == 0
                    || Arrays.equals(strings(a, vr, oneSet), strings(b, vr, otherSet));
        }
        if (vr.isString() && isText(one) && isText(other)) {
            return Arrays.equals(strings(one, vr, oneSet), strings(other, vr, otherSet));
        }
        return !(one instanceof byte[]) && !(one instanceof String[]) && one.equals(other);
    }

    private static boolean isText(Object value) {
        return value instanceof byte[] || value instanceof String[];
    }
}
