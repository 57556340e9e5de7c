package org.aegle.dicom.network;

import java.time.Duration;

/**
 * How long and how large things may become on an association.
 *
 * @param receivePduLength bytes of a P-DATA-TF PDU that we receive, told to the peer
 * @param sendPduLength bytes of a P-DATA-TF PDU that we send where the peer receives it
 * @param associatePduLength bytes of an A-ASSOCIATE PDU that we read
 * @param connectTimeout for the TCP connection
 * @param artimTimeout for negotiation, TLS included, and for the end of the connection: the ARTIM timer
 * @param idleTimeout of a peer that neither sends what it began nor starts an operation while none is under way, and of
 *     one that does not take what we send; it also bounds the waiting within one PDU, be it sent byte by byte
 * @param responseTimeout for each response to an operation
 */
public record AssociationLimits(
        int receivePduLength,
        int sendPduLength,
        int associatePduLength,
        Duration connectTimeout,
        Duration artimTimeout,
        Duration idleTimeout,
        Duration responseTimeout) {
    /** PDUs of 256 KiB, 1 MiB for association, 10 s to connect, 30 s ARTIM, 60 s idle, 10 min for a response. */
    public static final AssociationLimits DEFAULT = new AssociationLimits(
            256 << 10,
            256 << 10,
            1 << 20,
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60),
            Duration.ofMinutes(10));

    private static final int SHORTEST_PDU = 4096;

    /** Limits that can be kept: PDUs of 4 KiB at least. */
    public AssociationLimits {
        if (Math.min(receivePduLength, Math.min(sendPduLength, associatePduLength)) < SHORTEST_PDU) {
            throw new IllegalArgumentException("PDUs must have " + SHORTEST_PDU + " bytes at least");
        }
    }

    /** The same with other lengths of P-DATA-TF PDUs. */
    public AssociationLimits withPduLengths(int receive, int send) {
        return new AssociationLimits(
                receive, send, associatePduLength, connectTimeout, artimTimeout, idleTimeout, responseTimeout);
    }

    /** The same with another ARTIM timeout. */
    public AssociationLimits withArtimTimeout(Duration other) {
        return new AssociationLimits(
                receivePduLength,
                sendPduLength,
                associatePduLength,
                connectTimeout,
                other,
                idleTimeout,
                responseTimeout);
    }

    /** The same with another idle timeout. */
    public AssociationLimits withIdleTimeout(Duration other) {
        return new AssociationLimits(
                receivePduLength,
                sendPduLength,
                associatePduLength,
                connectTimeout,
                artimTimeout,
                other,
                responseTimeout);
    }

    /** The same with another timeout for responses. */
    public AssociationLimits withResponseTimeout(Duration other) {
        return new AssociationLimits(
                receivePduLength, sendPduLength, associatePduLength, connectTimeout, artimTimeout, idleTimeout, other);
    }
}
