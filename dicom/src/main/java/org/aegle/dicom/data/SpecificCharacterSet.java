package org.aegle.dicom.data;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Decodes and encodes the text of a data set by its Specific Character Set (0008,0005): single byte repertoires, UTF-8,
 * GB18030 and GBK, and ISO 2022 code extensions with their return to the first repertoire at delimiters. Bytes that the
 * default repertoire does not know are read as ISO 8859-1, so that none is lost. Immutable. PS3.5 6.1, PS3.3
 * C.12.1.1.2.
 */
public final class SpecificCharacterSet {
    /** The default repertoire, ISO IR 6, which holds where no character set is named. */
    public static final SpecificCharacterSet DEFAULT = new SpecificCharacterSet(List.of(Repertoire.ASCII), true);

    /** UTF-8, "ISO_IR 192". */
    public static final SpecificCharacterSet UTF_8 = new SpecificCharacterSet(List.of(Repertoire.UTF_8), true);

    private final List<Repertoire> repertoires;
    private final boolean known;

    private SpecificCharacterSet(List<Repertoire> repertoires, boolean known) {
        this.repertoires = repertoires;
        this.known = known;
    }

    /** The character set that the values of (0008,0005) name; no value is the default repertoire. */
    public static SpecificCharacterSet of(String... terms) {
        if (terms.length == 0) {
            return DEFAULT;
        }
        List<Repertoire> repertoires = new ArrayList<>(terms.length);
        Arrays.stream(terms).forEach(term -> Repertoire.ofTerm(term).ifPresent(repertoires::add));
        boolean known = repertoires.size() == terms.length;
        if (repertoires.isEmpty()) {
            repertoires.add(Repertoire.ASCII);
        }
        return new SpecificCharacterSet(List.copyOf(repertoires), known);
    }

    /** All values that named this set are defined terms. */
    public boolean isKnown() {
        return known;
    }

    private boolean usesCodeExtensions() {
        return repertoires.size() > 1 && first().element != Repertoire.Element.WHOLE
                || first().element == Repertoire.Element.G0_PAIRS;
    }

    private Repertoire first() {
        return repertoires.get(0);
    }

    /** Decodes a value, delimiters included; the VR tells which characters are delimiters. */
    public String decode(byte[] bytes, VR vr) {
        if (isPlainAscii(bytes)) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
        if (!vr.isCharacterSetDependent()) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
        if (usesCodeExtensions() || hasEscape(bytes)) {
            return new CodeExtensionDecoder(first(), vr).decode(bytes);
        }
        return Delimiters.restoreBackslash(new String(bytes, first().charset), first());
    }

    /** Encodes a value, delimiters included; what no repertoire knows becomes a question mark. */
    public byte[] encode(String text, VR vr) {
        if (!vr.isCharacterSetDependent()) {
            return text.getBytes(StandardCharsets.ISO_8859_1);
        }
        if (usesCodeExtensions()) {
            return new CodeExtensionEncoder(repertoires, vr).encode(text);
        }
        Charset charset = first() == Repertoire.ASCII ? StandardCharsets.US_ASCII : first().charset;
        return text.getBytes(charset);
    }

    private static boolean isPlainAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0 || b == CodeExtensionDecoder.ESC) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasEscape(byte[] bytes) {
        for (byte b : bytes) {
            if (b == CodeExtensionDecoder.ESC) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SpecificCharacterSet set && set.repertoires.equals(repertoires);
    }

    @Override
    public int hashCode() {
        return repertoires.hashCode();
    }

    @Override
    public String toString() {
        return repertoires.toString();
    }
}
