package org.aegle.dicom.network.pdu;

import java.util.Arrays;
import java.util.Optional;

/** Why an association is rejected, and by whom. PS3.8 table 9-21. */
public enum RejectReason {
    /** The service user gives no reason. */
    NO_REASON_GIVEN(1, 1, 1),
    /** The application context is not the one of DICOM. */
    APPLICATION_CONTEXT_NAME_NOT_SUPPORTED(1, 1, 2),
    /** The caller is unknown, or its certificate or identity does not fit. */
    CALLING_AE_TITLE_NOT_RECOGNIZED(1, 1, 3),
    /** Nobody of that title is here. */
    CALLED_AE_TITLE_NOT_RECOGNIZED(1, 1, 7),
    /** The service provider (ACSE) gives no reason; so for a user identity that was refused. PS3.7 D.3.3.7. */
    PROVIDER_NO_REASON_GIVEN(1, 2, 1),
    /** The protocol version is not 1. */
    PROTOCOL_VERSION_NOT_SUPPORTED(1, 2, 2),
    /** Too busy for now. */
    TEMPORARY_CONGESTION(2, 3, 1),
    /** As many associations as allowed; later it may do. */
    LOCAL_LIMIT_EXCEEDED(2, 3, 2);

    private final int result;
    private final int source;
    private final int reason;

    RejectReason(int result, int source, int reason) {
        this.result = result;
        this.source = source;
        this.reason = reason;
    }

    /** 1 for good, 2 for now. */
    public int result() {
        return result;
    }

    /** 1 service user, 2 service provider (ACSE), 3 service provider (presentation). */
    public int source() {
        return source;
    }

    /** The number of the reason among those of the source. */
    public int reason() {
        return reason;
    }

    /** The reason with a source and number; empty for reserved ones. */
    public static Optional<RejectReason> find(int source, int reason) {
        return Arrays.stream(values())
                .filter(value -> value.source == source && value.reason == reason)
                .findFirst();
    }
}
