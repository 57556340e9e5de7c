package org.aegle.dicom.network;

import org.aegle.dicom.network.pdu.PduType;

/** What moves the state of an association. PS3.8 table 9-10; the ordinal plus one is the number of the event. */
public enum UpperLayerEvent {
    /** Evt1: the local user requests an association. */
    ASSOCIATE_REQUESTED,
    /** Evt2: the transport connection is open. */
    TRANSPORT_CONNECTED,
    /** Evt3: A-ASSOCIATE-AC received. */
    ASSOCIATE_ACCEPT_RECEIVED,
    /** Evt4: A-ASSOCIATE-RJ received. */
    ASSOCIATE_REJECT_RECEIVED,
    /** Evt5: a peer opened a transport connection. */
    TRANSPORT_INDICATED,
    /** Evt6: A-ASSOCIATE-RQ received. */
    ASSOCIATE_REQUEST_RECEIVED,
    /** Evt7: the local user accepts. */
    ASSOCIATE_ACCEPTED,
    /** Evt8: the local user rejects. */
    ASSOCIATE_REJECTED,
    /** Evt9: the local user sends data. */
    DATA_REQUESTED,
    /** Evt10: P-DATA-TF received. */
    DATA_RECEIVED,
    /** Evt11: the local user requests the release. */
    RELEASE_REQUESTED,
    /** Evt12: A-RELEASE-RQ received. */
    RELEASE_REQUEST_RECEIVED,
    /** Evt13: A-RELEASE-RP received. */
    RELEASE_RESPONSE_RECEIVED,
    /** Evt14: the local user responds to the release. */
    RELEASE_RESPONDED,
    /** Evt15: the local user aborts. */
    ABORT_REQUESTED,
    /** Evt16: A-ABORT received. */
    ABORT_RECEIVED,
    /** Evt17: the transport connection is closed. */
    TRANSPORT_CLOSED,
    /** Evt18: the ARTIM timer has expired. */
    ARTIM_EXPIRED,
    /** Evt19: an unrecognized or invalid PDU received. */
    INVALID_PDU_RECEIVED;

    /** The event that the arrival of a sound PDU is. */
    static UpperLayerEvent received(PduType type) {
        return switch (type) {
            case ASSOCIATE_REQUEST -> ASSOCIATE_REQUEST_RECEIVED;
            case ASSOCIATE_ACCEPT -> ASSOCIATE_ACCEPT_RECEIVED;
            case ASSOCIATE_REJECT -> ASSOCIATE_REJECT_RECEIVED;
            case DATA_TRANSFER -> DATA_RECEIVED;
            case RELEASE_REQUEST -> RELEASE_REQUEST_RECEIVED;
            case RELEASE_RESPONSE -> RELEASE_RESPONSE_RECEIVED;
            case ABORT -> ABORT_RECEIVED;
        };
    }
}
