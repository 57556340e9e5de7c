package org.aegle.dicom.network.pdu;

/**
 * A-ABORT. PS3.8 9.3.8.
 *
 * @param source 0 service user, 2 service provider
 * @param reason of the service provider, see {@link AbortReason}; 0 from a service user
 */
public record Abort(int source, int reason) implements Pdu {
    /** The service user ends the association. */
    public static final Abort BY_USER = new Abort(0, 0);

    /** The service provider ends the association. */
    public static Abort byProvider(AbortReason reason) {
        return new Abort(2, reason.code());
    }

    @Override
    public PduType type() {
        return PduType.ABORT;
    }
}
