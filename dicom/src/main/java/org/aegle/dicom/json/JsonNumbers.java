package org.aegle.dicom.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;

/** Writes numbers as JSON knows them, and as strings where JSON knows none such. PS3.18 F.2.2 and F.2.3. */
final class JsonNumbers {
    /** The largest integer that every reader of JSON can hold exactly. RFC 8259 6. */
    private static final long EXACT = 1L << 53;

    private static final int LONGEST_DECIMAL = 64;

    private JsonNumbers() {}

    /** A value of DS or IS: a number when it is one, else its text. */
    static void writeDecimal(String text, JsonGenerator json) throws IOException {
        if (isJsonNumber(text)) {
            json.writeNumber(text);
        } else {
            writeIrregularDecimal(text, json);
        }
    }

    private static void writeIrregularDecimal(String text, JsonGenerator json) throws IOException {
        try {
            if (text.length() <= LONGEST_DECIMAL) {
                json.writeNumber(new BigDecimal(text.strip()).toString());
                return;
            }
        } catch (NumberFormatException e) {
            // Not a number: written as it stands.
        }
        json.writeString(text);
    }

    /** Grammar of RFC 8259 6 without a match of a regular expression for each of many values. */
    static boolean isJsonNumber(String text) {
        int length = text.length();
        int at = length > 0 && text.charAt(0) == '-' ? 1 : 0;
        int digits = digitsFrom(text, at);
        if (digits == 0 || digits > 1 && text.charAt(at) == '0') {
            return false;
        }
        at += digits;
        if (at < length && text.charAt(at) == '.') {
            int fraction = digitsFrom(text, at + 1);
            if (fraction == 0) {
                return false;
            }
            at += 1 + fraction;
        }
        return at == length || isExponent(text, at);
    }

    private static boolean isExponent(String text, int from) {
        int at = from;
        if (text.charAt(at) != 'e' && text.charAt(at) != 'E') {
            return false;
        }
        at++;
        if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
            at++;
        }
        int digits = digitsFrom(text, at);
        return digits > 0 && at + digits == text.length();
    }

    private static int digitsFrom(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at - from;
    }

    static void writeSigned(long number, JsonGenerator json) throws IOException {
        if (number > EXACT || number < -EXACT) {
            json.writeString(Long.toString(number));
        } else {
            json.writeNumber(number);
        }
    }

    static void writeUnsigned(long number, JsonGenerator json) throws IOException {
        if (number < 0 || number > EXACT) {
            json.writeString(Long.toUnsignedString(number));
        } else {
            json.writeNumber(number);
        }
    }

    /** JSON has no infinity and no NaN: they are strings. */
    static void writeSingle(float number, JsonGenerator json) throws IOException {
        if (Float.isFinite(number)) {
            json.writeNumber(number);
        } else {
            json.writeString(Float.toString(number));
        }
    }

    static void writeDouble(double number, JsonGenerator json) throws IOException {
        if (Double.isFinite(number)) {
            json.writeNumber(number);
        } else {
            json.writeString(Double.toString(number));
        }
    }
}
