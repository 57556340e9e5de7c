package org.aegle.imaging.arrival;

/** A readable object that the archive does not take. */
final class UnfitObject extends Exception {
    private final transient ObjectIdentity identity;
    private final RefusalReason reason;
    private final String detail;

    UnfitObject(ObjectIdentity identity, RefusalReason reason, String detail) {
        super(reason.name(), null, false, false);
        this.identity = identity;
        this.reason = reason;
        this.detail = detail;
    }

    ObjectIdentity identity() {
        return identity;
    }

    RefusalReason reason() {
        return reason;
    }

    String detail() {
        return detail;
    }
}
