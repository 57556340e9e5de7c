package org.aegle.dicom.deidentify;

/**
 * What is done to an element.
 *
 * <p>Table E.1-1 leaves some actions to the type that the element has in the information object: X/Z, X/D, X/Z/D, Z/D
 * and X/Z/U*. We take the one that suits every type, so that an object stays valid without looking up its definition:
 * an empty value where it may be of type 2, a dummy where it may be of type 1, replaced identifiers for sequences of
 * references. None of them leaves anything of the original value. PS3.15 table E.1-1a.
 */
enum Action {
    /** X: the element is removed. */
    REMOVE,
    /** Z: the element stays without a value. */
    EMPTY,
    /** D: the value gives way to one that tells nothing. An element without a value stays so. */
    DUMMY,
    /** U: identifiers of instances give way to those of the project, in sequences too. */
    REMAP,
    /** K: the value stays; the items of a sequence are cleaned. */
    KEEP,
    /** C: the value gives way to one of like meaning. */
    CLEAN;

    static Action ofTable(String letters) {
        return switch (letters) {
            case "X" -> REMOVE;
            case "Z", "X/Z" -> EMPTY;
            case "D", "X/D", "Z/D", "X/Z/D" -> DUMMY;
            case "U", "X/Z/U*" -> REMAP;
            case "K" -> KEEP;
            case "C" -> CLEAN;
            default -> throw new IllegalArgumentException("no action " + letters);
        };
    }
}
