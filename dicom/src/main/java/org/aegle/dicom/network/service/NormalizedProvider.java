package org.aegle.dicom.network.service;

import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.network.dimse.DimseRequest;
import org.aegle.dicom.network.dimse.DimseStatus;
import org.aegle.dicom.network.dimse.NActionRequest;
import org.aegle.dicom.network.dimse.NCreateRequest;
import org.aegle.dicom.network.dimse.NDeleteRequest;
import org.aegle.dicom.network.dimse.NEventReportRequest;
import org.aegle.dicom.network.dimse.NGetRequest;
import org.aegle.dicom.network.dimse.NSetRequest;

/**
 * Performs N-services: storage commitment, procedure steps and the like. Each refuses until it is overridden. Data sets are
 * empty where the request has none. They say no by {@link DimseRefusal}. PS3.7 10.
 */
public interface NormalizedProvider {
    /** Takes notice of an event. */
    default NormalizedResult eventReport(OperationContext context, NEventReportRequest request, Attributes event) {
        throw unrecognized();
    }

    /** Gives attributes of an instance. */
    default NormalizedResult get(OperationContext context, NGetRequest request) {
        throw unrecognized();
    }

    /** Changes attributes of an instance. */
    default NormalizedResult set(OperationContext context, NSetRequest request, Attributes modification) {
        throw unrecognized();
    }

    /** Does something to an instance. */
    default NormalizedResult action(OperationContext context, NActionRequest request, Attributes action) {
        throw unrecognized();
    }

    /** Creates an instance. */
    default NormalizedResult create(OperationContext context, NCreateRequest request, Attributes attributes) {
        throw unrecognized();
    }

    /** Deletes an instance. */
    default NormalizedResult delete(OperationContext context, NDeleteRequest request) {
        throw unrecognized();
    }

    /**
     * The response to an operation was sent. What must follow it, as an event does, may be begun now, in another thread.
     *
     * @param result what this provider gave
     */
    default void answered(OperationContext context, DimseRequest request, NormalizedResult result) {}

    private static DimseRefusal unrecognized() {
        return new DimseRefusal(DimseStatus.UNRECOGNIZED_OPERATION, "");
    }
}
