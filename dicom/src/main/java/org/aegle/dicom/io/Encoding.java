package org.aegle.dicom.io;

/**
 * How the elements of a part of a stream lie: an item of VR UN is implicit little endian whatever is around it.
 * PS3.5 6.2.2.
 */
record Encoding(boolean explicitVr, boolean bigEndian) {
    static final Encoding IMPLICIT_LITTLE_ENDIAN = new Encoding(false, false);
    static final Encoding EXPLICIT_LITTLE_ENDIAN = new Encoding(true, false);
    static final Encoding EXPLICIT_BIG_ENDIAN = new Encoding(true, true);

    static Encoding of(TransferSyntax syntax) {
        return new Encoding(syntax.explicitVr(), syntax.bigEndian());
    }
}
