package org.aegle.dicom.network.dimse;

/** A request: it starts an operation or tells of an event. PS3.7 7.5. */
public sealed interface DimseRequest extends DimseMessage
        permits CEchoRequest,
                CStoreRequest,
                CFindRequest,
                CMoveRequest,
                CGetRequest,
                NEventReportRequest,
                NGetRequest,
                NSetRequest,
                NActionRequest,
                NCreateRequest,
                NDeleteRequest {
    /** Identifies it among those under way. */
    int messageId();

    /** The SOP class it is about; empty when the sender left it out. */
    String sopClassUid();

    /** A data set follows. */
    boolean hasDataset();
}
