package org.aegle.dicom.network;

import static org.aegle.dicom.network.UpperLayerState.STA1;
import static org.aegle.dicom.network.UpperLayerState.STA10;
import static org.aegle.dicom.network.UpperLayerState.STA11;
import static org.aegle.dicom.network.UpperLayerState.STA12;
import static org.aegle.dicom.network.UpperLayerState.STA13;
import static org.aegle.dicom.network.UpperLayerState.STA2;
import static org.aegle.dicom.network.UpperLayerState.STA3;
import static org.aegle.dicom.network.UpperLayerState.STA4;
import static org.aegle.dicom.network.UpperLayerState.STA5;
import static org.aegle.dicom.network.UpperLayerState.STA6;
import static org.aegle.dicom.network.UpperLayerState.STA7;
import static org.aegle.dicom.network.UpperLayerState.STA8;
import static org.aegle.dicom.network.UpperLayerState.STA9;

/** What an event makes the upper layer do, and the state that follows. PS3.8 tables 9-6 to 9-9. */
public enum UpperLayerAction {
    /** Open a transport connection. */
    AE_1(STA4),
    /** Send A-ASSOCIATE-RQ. */
    AE_2(STA5),
    /** Confirm the association. */
    AE_3(STA6),
    /** Confirm the rejection, close the transport connection. */
    AE_4(STA1),
    /** Answer the transport connection, start ARTIM. */
    AE_5(STA2),
    /** Stop ARTIM; indicate the request or, when the provider cannot accept it, reject (STA13) and start ARTIM. */
    AE_6(STA3),
    /** Send A-ASSOCIATE-AC. */
    AE_7(STA6),
    /** Send A-ASSOCIATE-RJ, start ARTIM. */
    AE_8(STA13),
    /** Send P-DATA-TF. */
    DT_1(STA6),
    /** Indicate data. */
    DT_2(STA6),
    /** Send A-RELEASE-RQ. */
    AR_1(STA7),
    /** Indicate the release. */
    AR_2(STA8),
    /** Confirm the release, close the transport connection. */
    AR_3(STA1),
    /** Send A-RELEASE-RP, start ARTIM. */
    AR_4(STA13),
    /** Stop ARTIM. */
    AR_5(STA1),
    /** Indicate data while the release is under way. */
    AR_6(STA7),
    /** Send P-DATA-TF while the release is under way. */
    AR_7(STA8),
    /** Indicate the release: both sides asked for it. */
    AR_8(STA9, STA10),
    /** Send A-RELEASE-RP. */
    AR_9(STA11),
    /** Confirm the release. */
    AR_10(STA12),
    /** Send A-ABORT of the user, start or restart ARTIM. */
    AA_1(STA13),
    /** Stop ARTIM, close the transport connection. */
    AA_2(STA1),
    /** Indicate the abort, close the transport connection. */
    AA_3(STA1),
    /** Indicate the provider's abort. */
    AA_4(STA1),
    /** Stop ARTIM. */
    AA_5(STA1),
    /** Ignore the PDU. */
    AA_6(STA13),
    /** Send A-ABORT. */
    AA_7(STA13),
    /** Send A-ABORT of the provider, indicate it, start ARTIM. */
    AA_8(STA13);

    private final UpperLayerState nextOfRequestor;
    private final UpperLayerState nextOfAcceptor;

    UpperLayerAction(UpperLayerState next) {
        this(next, next);
    }

    UpperLayerAction(UpperLayerState nextOfRequestor, UpperLayerState nextOfAcceptor) {
        this.nextOfRequestor = nextOfRequestor;
        this.nextOfAcceptor = nextOfAcceptor;
    }

    /** The state that follows; it differs for requestor and acceptor in a release collision. */
    public UpperLayerState next(boolean requestor) {
        return requestor ? nextOfRequestor : nextOfAcceptor;
    }
}
