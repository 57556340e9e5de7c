package org.aegle.dicom.data;

/** The characters at which code extensions return to the first repertoire. PS3.5 6.1.2.5.3. */
final class Delimiters {
    private Delimiters() {}

    static boolean isDelimiter(int character, VR vr) {
        return switch (character) {
            case '\t', '\n', '\f', '\r' -> true;
            case '\\' -> vr.isMultiValuedString();
            case '^', '=' -> vr == VR.PN;
            default -> false;
        };
    }

    /** JIS X 0201 has a yen sign at 5CH, yet that byte is the delimiter of values. */
    static String restoreBackslash(String decoded, Repertoire repertoire) {
        boolean japanese = repertoire == Repertoire.JAPANESE_KATAKANA || repertoire == Repertoire.JAPANESE_ROMAJI;
        return japanese ? decoded.replace('\u00A5', '\\') : decoded;
    }
}
