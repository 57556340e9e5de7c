package org.aegle.dicom.dictionary;

/**
 * What the standard says of one unique identifier. PS3.6 Annex A.
 *
 * @param uid the identifier
 * @param type what it identifies
 * @param keyword keyword, "CTImageStorage"
 * @param name name, "CT Image Storage"
 * @param retired no longer part of the current edition
 */
public record UidEntry(String uid, Type type, String keyword, String name, boolean retired) {
    /** What a unique identifier of the standard identifies. */
    public enum Type {
        /** Encoding of a data set. */
        TRANSFER_SYNTAX('T'),
        /** A service with an information object. */
        SOP_CLASS('C'),
        /** A group of SOP classes negotiated together. */
        META_SOP_CLASS('M'),
        /** A group of services. */
        SERVICE_CLASS('S'),
        /** An instance that every peer knows. */
        WELL_KNOWN_INSTANCE('I'),
        /** The application context of an association. */
        APPLICATION_CONTEXT('A'),
        /** A terminology. */
        CODING_SCHEME('D'),
        /** A spatial or temporal frame of reference. */
        FRAME_OF_REFERENCE('F'),
        /** An object of a directory service. */
        LDAP_OID('L'),
        /** A mapping of codes. */
        MAPPING_RESOURCE('R'),
        /** A model of hosted applications. */
        APPLICATION_HOSTING_MODEL('H');

        private final char letter;

        Type(char letter) {
            this.letter = letter;
        }

        static Type ofLetter(char letter) {
            for (Type type : values()) {
                if (type.letter == letter) {
                    return type;
                }
            }
            throw new IllegalArgumentException("no UID type " + letter);
        }
    }
}
