package org.aegle.dicom.network.pdu;

import java.util.Arrays;
import java.util.Optional;

/** Why the service provider aborts. PS3.8 table 9-26. */
public enum AbortReason {
    /** No reason specified. */
    NOT_SPECIFIED(0),
    /** A PDU of a type that the standard has not. */
    UNRECOGNIZED_PDU(1),
    /** A PDU that may not come in this state. */
    UNEXPECTED_PDU(2),
    /** A parameter that the standard has not. */
    UNRECOGNIZED_PDU_PARAMETER(4),
    /** A parameter that may not come here. */
    UNEXPECTED_PDU_PARAMETER(5),
    /** A parameter with a value that cannot be. */
    INVALID_PDU_PARAMETER_VALUE(6);

    private final int code;

    AbortReason(int code) {
        this.code = code;
    }

    /** The number of the reason. */
    public int code() {
        return code;
    }

    /** The reason with a number; empty for reserved ones. */
    public static Optional<AbortReason> find(int code) {
        return Arrays.stream(values()).filter(value -> value.code == code).findFirst();
    }
}
