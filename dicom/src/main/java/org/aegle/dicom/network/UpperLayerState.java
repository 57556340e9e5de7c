package org.aegle.dicom.network;

/** The states of an association. PS3.8 tables 9-1 to 9-5. */
public enum UpperLayerState {
    /** Idle. */
    STA1,
    /** Transport connection open, awaiting A-ASSOCIATE-RQ. */
    STA2,
    /** Awaiting the local A-ASSOCIATE response. */
    STA3,
    /** Awaiting the opening of the transport connection. */
    STA4,
    /** Awaiting A-ASSOCIATE-AC or A-ASSOCIATE-RJ. */
    STA5,
    /** Association established, ready for data transfer. */
    STA6,
    /** Awaiting A-RELEASE-RP. */
    STA7,
    /** Awaiting the local A-RELEASE response. */
    STA8,
    /** Release collision at the requestor: awaiting the local A-RELEASE response. */
    STA9,
    /** Release collision at the acceptor: awaiting A-RELEASE-RP. */
    STA10,
    /** Release collision at the requestor: awaiting A-RELEASE-RP. */
    STA11,
    /** Release collision at the acceptor: awaiting the local A-RELEASE response. */
    STA12,
    /** Awaiting the closing of the transport connection. */
    STA13
}
