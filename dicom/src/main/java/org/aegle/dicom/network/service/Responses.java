package org.aegle.dicom.network.service;

import org.aegle.dicom.network.dimse.CEchoRequest;
import org.aegle.dicom.network.dimse.CEchoResponse;
import org.aegle.dicom.network.dimse.CFindRequest;
import org.aegle.dicom.network.dimse.CFindResponse;
import org.aegle.dicom.network.dimse.CGetRequest;
import org.aegle.dicom.network.dimse.CGetResponse;
import org.aegle.dicom.network.dimse.CMoveRequest;
import org.aegle.dicom.network.dimse.CMoveResponse;
import org.aegle.dicom.network.dimse.CStoreRequest;
import org.aegle.dicom.network.dimse.CStoreResponse;
import org.aegle.dicom.network.dimse.DimseOutcome;
import org.aegle.dicom.network.dimse.DimseRequest;
import org.aegle.dicom.network.dimse.DimseResponse;
import org.aegle.dicom.network.dimse.NActionRequest;
import org.aegle.dicom.network.dimse.NActionResponse;
import org.aegle.dicom.network.dimse.NCreateRequest;
import org.aegle.dicom.network.dimse.NCreateResponse;
import org.aegle.dicom.network.dimse.NDeleteRequest;
import org.aegle.dicom.network.dimse.NDeleteResponse;
import org.aegle.dicom.network.dimse.NEventReportRequest;
import org.aegle.dicom.network.dimse.NEventReportResponse;
import org.aegle.dicom.network.dimse.NGetRequest;
import org.aegle.dicom.network.dimse.NGetResponse;
import org.aegle.dicom.network.dimse.NSetRequest;
import org.aegle.dicom.network.dimse.NSetResponse;
import org.aegle.dicom.network.dimse.Suboperations;

/** Makes the response that belongs to a request. */
final class Responses {
    private static final Suboperations NO_SUBOPERATIONS = new Suboperations(0, 0, 0, 0);

    private Responses() {}

    /** The last response of an operation of which nothing was done, without data set. */
    static DimseResponse last(DimseRequest request, DimseOutcome outcome) {
        int id = request.messageId();
        String sopClass = request.sopClassUid();
        if (request instanceof CStoreRequest store) {
            return new CStoreResponse(id, sopClass, store.affectedSopInstanceUid(), outcome);
        } else if (request instanceof CEchoRequest) {
            return new CEchoResponse(id, sopClass, outcome);
        } else if (request instanceof CFindRequest) {
            return new CFindResponse(id, sopClass, outcome, false);
        } else if (request instanceof CGetRequest) {
            return new CGetResponse(id, sopClass, outcome, NO_SUBOPERATIONS, false);
        } else if (request instanceof CMoveRequest) {
            return new CMoveResponse(id, sopClass, outcome, NO_SUBOPERATIONS, false);
        }
        return normalized(request, outcome, requestedInstance(request), false);
    }

    private static String requestedInstance(DimseRequest request) {
        if (request instanceof NEventReportRequest event) {
            return event.affectedSopInstanceUid();
        } else if (request instanceof NGetRequest get) {
            return get.requestedSopInstanceUid();
        } else if (request instanceof NSetRequest set) {
            return set.requestedSopInstanceUid();
        } else if (request instanceof NActionRequest action) {
            return action.requestedSopInstanceUid();
        } else if (request instanceof NCreateRequest create) {
            return create.affectedSopInstanceUid();
        }
        return ((NDeleteRequest) request).requestedSopInstanceUid();
    }

    /** The response to the request of an N-service. */
    static DimseResponse normalized(DimseRequest request, DimseOutcome outcome, String instance, boolean dataset) {
        int id = request.messageId();
        String sopClass = request.sopClassUid();
        if (request instanceof NEventReportRequest event) {
            return new NEventReportResponse(id, sopClass, instance, event.eventTypeId(), outcome, dataset);
        } else if (request instanceof NGetRequest) {
            return new NGetResponse(id, sopClass, instance, outcome, dataset);
        } else if (request instanceof NSetRequest) {
            return new NSetResponse(id, sopClass, instance, outcome, dataset);
        } else if (request instanceof NActionRequest action) {
            return new NActionResponse(id, sopClass, instance, action.actionTypeId(), outcome, dataset);
        } else if (request instanceof NCreateRequest) {
            return new NCreateResponse(id, sopClass, instance, outcome, dataset);
        }
        return new NDeleteResponse(id, sopClass, instance, outcome);
    }
}
