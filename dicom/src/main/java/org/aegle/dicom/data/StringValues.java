package org.aegle.dicom.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Turns the bytes of an element into strings and back. PS3.5 6.2, 6.4. */
final class StringValues {
    static final String[] NONE = {};

    private StringValues() {}

    /** The values of a raw element as text: strings as they are, numbers and tags in their usual form. */
    static String[] decode(byte[] bytes, VR vr, SpecificCharacterSet charset) {
        if (bytes.length == 0) {
            return NONE;
        }
        return switch (vr.kind()) {
            case STRING -> split(charset.decode(bytes, vr), vr);
            case TEXT -> single(trim(charset.decode(bytes, vr), vr));
            case SIGNED, UNSIGNED -> integers(bytes, vr);
            case FLOATING -> floating(bytes, vr);
            case TAG -> tags(bytes);
            case BYTES -> vr == VR.UN ? split(charset.decode(bytes, VR.LO), VR.LO) : NONE;
            case SEQUENCE -> NONE;
        };
    }

    private static String[] single(String value) {
        return value.isEmpty() ? NONE : new String[] {value};
    }

    private static String[] split(String text, VR vr) {
        if (text.indexOf('\\') < 0) {
            return single(trim(text, vr));
        }
        List<String> values = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf('\\'); at >= 0; at = text.indexOf('\\', from)) {
            values.add(trim(text.substring(from, at), vr));
            from = at + 1;
        }
        values.add(trim(text.substring(from), vr));
        return values.toArray(NONE);
    }

    private static String trim(String text, VR vr) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) <= ' ' && isPadding(text.charAt(end - 1))) {
            end--;
        }
        int start = 0;
        if (!vr.keepsLeadingSpaces()) {
            while (start < end && text.charAt(start) == ' ') {
                start++;
            }
        }
        return text.substring(start, end);
    }

    private static boolean isPadding(char character) {
        return character == ' ' || character == 0;
    }

    private static String[] integers(byte[] bytes, VR vr) {
        long[] numbers = NumberValues.longs(bytes, vr);
        String[] values = new String[numbers.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = vr == VR.UV ? Long.toUnsignedString(numbers[i]) : Long.toString(numbers[i]);
        }
        return values;
    }

    private static String[] floating(byte[] bytes, VR vr) {
        double[] numbers = NumberValues.doubles(bytes, vr);
        String[] values = new String[numbers.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = vr == VR.FL ? Float.toString((float) numbers[i]) : Double.toString(numbers[i]);
        }
        return values;
    }

    private static String[] tags(byte[] bytes) {
        long[] numbers = NumberValues.longs(bytes, VR.AT);
        String[] values = new String[numbers.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = String.format(Locale.ROOT, "%08X", numbers[i]);
        }
        return values;
    }

    /** The bytes of a value list, padded to an even length. */
    static byte[] encode(String[] values, VR vr, SpecificCharacterSet charset) {
        byte[] bytes = charset.encode(String.join("\\", values), vr);
        if (bytes.length % 2 == 0) {
            return bytes;
        }
        byte[] padded = Arrays.copyOf(bytes, bytes.length + 1);
        padded[bytes.length] = vr.paddingByte();
        return padded;
    }
}
