package org.aegle.dicom.network.dimse;

/** A response: it tells how an operation goes or went. PS3.7 7.5. */
public sealed interface DimseResponse extends DimseMessage
        permits CEchoResponse,
                CStoreResponse,
                CFindResponse,
                CMoveResponse,
                CGetResponse,
                NEventReportResponse,
                NGetResponse,
                NSetResponse,
                NActionResponse,
                NCreateResponse,
                NDeleteResponse {
    /** The Message ID of the request. */
    int messageIdBeingRespondedTo();

    /** How it went. */
    DimseOutcome outcome();

    /** A data set follows. */
    boolean hasDataset();
}
