package org.aegle.access;

import java.io.Serializable;

/**
 * How a C-ECHO to an application entity went.
 *
 * @param kind how far it came
 * @param detail what the peer or the network said; empty when there is nothing to add
 * @param milliseconds that it took
 */
public record EchoOutcome(Kind kind, String detail, long milliseconds) implements Serializable {
    /** How far it came. */
    public enum Kind {
        /** It answered with success. */
        SUCCESS,
        /** It has neither host nor port, or is to be reached by TLS and there are no keys. */
        NOT_CONFIGURED,
        /** Nobody knows the host. */
        UNKNOWN_HOST,
        /** Nobody listens there, or the connection was lost. */
        NO_CONNECTION,
        /** Nothing came back in time. */
        NO_ANSWER,
        /** TLS could not be agreed on, or a certificate is not trusted. */
        TLS_FAILED,
        /** It rejected the association; the detail says why. */
        REJECTED,
        /** It took the association, but not Verification. */
        NOT_SUPPORTED,
        /** It answered with a failure, or aborted. */
        FAILED
    }
}
