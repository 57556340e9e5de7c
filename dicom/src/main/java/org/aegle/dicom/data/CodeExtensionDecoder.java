package org.aegle.dicom.data;

/** Decodes text with ISO 2022 escape sequences. One use, one thread. PS3.5 6.1.2.5. */
final class CodeExtensionDecoder {
    static final byte ESC = 0x1B;

    private final Repertoire firstG0;
    private final Repertoire firstG1;
    private final VR vr;
    private final StringBuilder text = new StringBuilder();
    private Repertoire g0;
    private Repertoire g1;

    CodeExtensionDecoder(Repertoire first, VR vr) {
        this.firstG0 = first == Repertoire.JAPANESE_KATAKANA || first == Repertoire.JAPANESE_ROMAJI
                ? Repertoire.JAPANESE_ROMAJI
                : Repertoire.ASCII;
        boolean usesG1 = first.element == Repertoire.Element.G1 || first.element == Repertoire.Element.WHOLE;
        this.firstG1 = usesG1 ? first : Repertoire.LATIN_1;
        this.vr = vr;
    }

    String decode(byte[] bytes) {
        reset();
        int position = 0;
        while (position < bytes.length) {
            position = bytes[position] == ESC ? escape(bytes, position) : run(bytes, position);
        }
        return text.toString();
    }

    private void reset() {
        g0 = firstG0;
        g1 = firstG1;
    }

    private int escape(byte[] bytes, int position) {
        Repertoire called =
                Repertoire.ofEscape(bytes, position + 1, bytes.length).orElse(null);
        if (called == null) {
            text.append((char) ESC);
            return position + 1;
        }
        if (called.element == Repertoire.Element.G1) {
            g1 = called;
        } else {
            g0 = called;
        }
        return position + 1 + called.escape.length();
    }

    /** Decodes the bytes up to the next escape sequence, change of half or delimiter. */
    private int run(byte[] bytes, int from) {
        boolean high = bytes[from] < 0;
        int end = from;
        while (end < bytes.length && bytes[end] != ESC && bytes[end] < 0 == high) {
            if (!high && isDelimiter(bytes[end])) {
                append(bytes, from, end, g0);
                text.append((char) bytes[end]);
                reset();
                return end + 1;
            }
            end++;
        }
        append(bytes, from, end, high ? g1 : g0);
        return end;
    }

    /** Within pairs, only control characters delimit: the other delimiters are halves of characters there. */
    private boolean isDelimiter(int character) {
        boolean pairs = g0.element == Repertoire.Element.G0_PAIRS;
        return Delimiters.isDelimiter(character, vr) && (!pairs || character < ' ');
    }

    private void append(byte[] bytes, int from, int end, Repertoire repertoire) {
        if (end > from) {
            String decoded = new String(bytes, from, end - from, repertoire.charset);
            text.append(Delimiters.restoreBackslash(decoded, repertoire));
        }
    }
}
