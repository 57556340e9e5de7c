package org.aegle.dicom.network.pdu;

import java.util.Optional;

/** The PDU types. PS3.8 9.3.1. */
public enum PduType {
    /** A-ASSOCIATE-RQ. */
    ASSOCIATE_REQUEST(1),
    /** A-ASSOCIATE-AC. */
    ASSOCIATE_ACCEPT(2),
    /** A-ASSOCIATE-RJ. */
    ASSOCIATE_REJECT(3),
    /** P-DATA-TF. */
    DATA_TRANSFER(4),
    /** A-RELEASE-RQ. */
    RELEASE_REQUEST(5),
    /** A-RELEASE-RP. */
    RELEASE_RESPONSE(6),
    /** A-ABORT. */
    ABORT(7);

    private static final PduType[] VALUES = values();

    private final int code;

    PduType(int code) {
        this.code = code;
    }

    /** The first byte of the PDU. */
    public int code() {
        return code;
    }

    /** The type with a code; empty when the standard has none. */
    public static Optional<PduType> find(int code) {
        return code >= 1 && code <= VALUES.length ? Optional.of(VALUES[code - 1]) : Optional.empty();
    }
}
