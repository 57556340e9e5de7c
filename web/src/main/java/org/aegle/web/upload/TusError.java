package org.aegle.web.upload;

/** A request that breaks the protocol, with the status it gets. */
class TusError extends RuntimeException {
    private final int status;

    TusError(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    int status() {
        return status;
    }
}
