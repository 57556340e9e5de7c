package org.aegle.dicom.network.pdu;

/**
 * A-ASSOCIATE-RJ. PS3.8 9.3.4.
 *
 * @param result 1 for good, 2 for now
 * @param source 1 service user, 2 service provider (ACSE), 3 service provider (presentation)
 * @param reason what it means depends on the source, see {@link RejectReason}
 */
public record AssociateReject(int result, int source, int reason) implements Pdu {
    /** A rejection with one of the reasons of the standard. */
    public static AssociateReject of(RejectReason reason) {
        return new AssociateReject(reason.result(), reason.source(), reason.reason());
    }

    @Override
    public PduType type() {
        return PduType.ASSOCIATE_REJECT;
    }
}
