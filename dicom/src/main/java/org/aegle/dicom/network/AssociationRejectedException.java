package org.aegle.dicom.network;

import java.util.Locale;
import org.aegle.dicom.network.pdu.AssociateReject;
import org.aegle.dicom.network.pdu.RejectReason;

/** The peer rejected the association. PS3.8 9.3.4. */
public final class AssociationRejectedException extends AssociationException {
    private static final long serialVersionUID = 1L;

    private final transient AssociateReject rejection;

    AssociationRejectedException(AssociateReject rejection) {
        super("The association was rejected " + (rejection.result() == 2 ? "for now: " : "for good: ")
                + describe(rejection));
        this.rejection = rejection;
    }

    private static String describe(AssociateReject rejection) {
        return RejectReason.find(rejection.source(), rejection.reason())
                .map(reason -> reason.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .orElse("source " + rejection.source() + ", reason " + rejection.reason());
    }

    /** Result, source and reason as received. */
    public AssociateReject rejection() {
        return rejection;
    }
}
