package org.aegle.dicom.network;

import java.util.Locale;
import org.aegle.dicom.network.pdu.Abort;
import org.aegle.dicom.network.pdu.AbortReason;

/** The association was aborted, by the peer or by us. PS3.8 9.3.8. */
public final class AssociationAbortedException extends AssociationException {
    private static final long serialVersionUID = 1L;

    private final transient Abort abort;
    private final boolean byPeer;

    private AssociationAbortedException(String message, Abort abort, boolean byPeer) {
        super(message);
        this.abort = abort;
        this.byPeer = byPeer;
    }

    static AssociationAbortedException byPeer(Abort abort) {
        return new AssociationAbortedException("The peer aborted the association" + describe(abort), abort, true);
    }

    static AssociationAbortedException byUs(Abort abort, String why) {
        return new AssociationAbortedException("The association was aborted: " + why, abort, false);
    }

    private static String describe(Abort abort) {
        if (abort.source() == 0) {
            return "";
        }
        return AbortReason.find(abort.reason())
                .map(reason -> ": " + reason.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .orElse(": reason " + abort.reason());
    }

    /** Source and reason. */
    public Abort abort() {
        return abort;
    }

    /** The peer aborted, not we. */
    public boolean isByPeer() {
        return byPeer;
    }
}
