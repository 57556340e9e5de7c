package org.aegle.dicom.network.service;

import java.io.IOException;
import java.util.List;
import java.util.function.IntFunction;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.network.PresentationContext;
import org.aegle.dicom.network.dimse.DimseRequest;
import org.aegle.dicom.network.dimse.NActionRequest;
import org.aegle.dicom.network.dimse.NActionResponse;
import org.aegle.dicom.network.dimse.NCreateRequest;
import org.aegle.dicom.network.dimse.NCreateResponse;
import org.aegle.dicom.network.dimse.NDeleteRequest;
import org.aegle.dicom.network.dimse.NEventReportRequest;
import org.aegle.dicom.network.dimse.NEventReportResponse;
import org.aegle.dicom.network.dimse.NGetRequest;
import org.aegle.dicom.network.dimse.NGetResponse;
import org.aegle.dicom.network.dimse.NSetRequest;
import org.aegle.dicom.network.dimse.NSetResponse;

/**
 * Invokes N-services on the peer of an association. Each goes over the presentation context of its SOP class; an empty
 * data set is not sent. PS3.7 10.1.
 */
public final class NormalizedUser {
    private final MessageExchange exchange;

    NormalizedUser(MessageExchange exchange) {
        this.exchange = exchange;
    }

    /**
     * A SOP instance.
     *
     * @param sopClassUid SOP class
     * @param sopInstanceUid SOP instance; empty where the peer is to choose it
     */
    public record SopInstance(String sopClassUid, String sopInstanceUid) {}

    /** N-EVENT-REPORT: tells of an event, over a context in which we are SCP, whichever side asked for the association. */
    public NormalizedResult eventReport(SopInstance instance, int eventTypeId, Attributes event) throws IOException {
        return invoke(
                PresentationContexts.forEvents(exchange.association(), instance.sopClassUid()),
                instance,
                event,
                id -> new NEventReportRequest(
                        id, instance.sopClassUid(), instance.sopInstanceUid(), eventTypeId, !event.isEmpty()));
    }

    /** N-GET: attributes of an instance, all when no tags are given. */
    public NormalizedResult get(SopInstance instance, List<Integer> tags) throws IOException {
        return invoke(
                instance,
                new Attributes(),
                id -> new NGetRequest(id, instance.sopClassUid(), instance.sopInstanceUid(), tags));
    }

    /** N-SET: changes attributes of an instance. */
    public NormalizedResult set(SopInstance instance, Attributes modification) throws IOException {
        return invoke(
                instance, modification, id -> new NSetRequest(id, instance.sopClassUid(), instance.sopInstanceUid()));
    }

    /** N-ACTION: has something done to an instance. */
    public NormalizedResult action(SopInstance instance, int actionTypeId, Attributes action) throws IOException {
        return invoke(
                instance,
                action,
                id -> new NActionRequest(
                        id, instance.sopClassUid(), instance.sopInstanceUid(), actionTypeId, !action.isEmpty()));
    }

    /** N-CREATE: creates an instance. */
    public NormalizedResult create(SopInstance instance, Attributes attributes) throws IOException {
        return invoke(
                instance,
                attributes,
                id -> new NCreateRequest(id, instance.sopClassUid(), instance.sopInstanceUid(), !attributes.isEmpty()));
    }

    /** N-DELETE: deletes an instance. */
    public NormalizedResult delete(SopInstance instance) throws IOException {
        return invoke(
                instance,
                new Attributes(),
                id -> new NDeleteRequest(id, instance.sopClassUid(), instance.sopInstanceUid()));
    }

    private NormalizedResult invoke(SopInstance instance, Attributes dataset, IntFunction<DimseRequest> request)
            throws IOException {
        return invoke(
                PresentationContexts.forSopClass(exchange.association(), instance.sopClassUid()),
                instance,
                dataset,
                request);
    }

    private NormalizedResult invoke(
            PresentationContext context, SopInstance instance, Attributes dataset, IntFunction<DimseRequest> request)
            throws IOException {
        boolean sends = request.apply(1).hasDataset();
        Invocation invocation = sends
                ? exchange.invoke(context, request, MessageExchange.writer(dataset, context))
                : exchange.invoke(context, request);
        Reply reply = invocation.only();
        return new NormalizedResult(reply.response().outcome(), affectedInstance(reply, instance), reply.dataset());
    }

    /** The peer need not repeat the instance, save for one that it created. */
    private static String affectedInstance(Reply reply, SopInstance asked) {
        String told = "";
        if (reply.response() instanceof NCreateResponse create) {
            told = create.affectedSopInstanceUid();
        } else if (reply.response() instanceof NGetResponse get) {
            told = get.affectedSopInstanceUid();
        } else if (reply.response() instanceof NSetResponse set) {
            told = set.affectedSopInstanceUid();
        } else if (reply.response() instanceof NActionResponse action) {
            told = action.affectedSopInstanceUid();
        } else if (reply.response() instanceof NEventReportResponse event) {
            told = event.affectedSopInstanceUid();
        }
        return told.isEmpty() ? asked.sopInstanceUid() : told;
    }
}
