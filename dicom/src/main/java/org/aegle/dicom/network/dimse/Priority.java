package org.aegle.dicom.network.dimse;

/** How urgent an operation is. PS3.7 table E.1-1, (0000,0700); the ordinal is the value. */
public enum Priority {
    /** Medium. */
    MEDIUM,
    /** High. */
    HIGH,
    /** Low. */
    LOW;

    private static final Priority[] VALUES = values();

    /** Medium for values that the standard has not. */
    static Priority of(int value) {
        return value >= 0 && value < VALUES.length ? VALUES[value] : MEDIUM;
    }
}
