package org.aegle.dicom.network.service;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.IntFunction;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.io.Transcoder;
import org.aegle.dicom.io.Transcoding;
import org.aegle.dicom.network.Association;
import org.aegle.dicom.network.PresentationContext;
import org.aegle.dicom.network.dimse.CEchoRequest;
import org.aegle.dicom.network.dimse.CEchoResponse;
import org.aegle.dicom.network.dimse.CFindRequest;
import org.aegle.dicom.network.dimse.CGetRequest;
import org.aegle.dicom.network.dimse.CGetResponse;
import org.aegle.dicom.network.dimse.CMoveRequest;
import org.aegle.dicom.network.dimse.CMoveResponse;
import org.aegle.dicom.network.dimse.CStoreRequest;
import org.aegle.dicom.network.dimse.CStoreResponse;
import org.aegle.dicom.network.dimse.DimseOutcome;
import org.aegle.dicom.network.dimse.DimseRequest;
import org.aegle.dicom.network.dimse.DimseResponse;
import org.aegle.dicom.network.dimse.MoveOriginator;
import org.aegle.dicom.network.dimse.Priority;
import org.aegle.dicom.network.dimse.Suboperations;

/**
 * Invokes operations on the peer of an association (SCU). Several threads may use it; each operation waits for the window
 * that was negotiated. Failures of the peer are statuses; an {@link IOException} is one of the association, unless
 * that stays open: then it is one of what was to be sent, or a {@link NotNegotiatedException}. PS3.4, PS3.7 9, 10.
 */
public final class ServiceUser implements Closeable {
    private final MessageExchange exchange;
    private final Transcoder transcoder;

    ServiceUser(MessageExchange exchange, Transcoder transcoder) {
        this.exchange = exchange;
        this.transcoder = transcoder;
    }

    /** The association. */
    public Association association() {
        return exchange.association();
    }

    /** C-ECHO: whether the peer understands DIMSE. */
    public DimseOutcome echo() throws IOException {
        return exchange.invoke(context(UID.Verification), id -> new CEchoRequest(id, UID.Verification))
                .only(CEchoResponse.class)
                .outcome();
    }

    /**
     * C-STORE: sends an instance, transcoded where no context takes it as it is. What keeps the data set from being read
     * or transcoded is told before anything is sent, as far as it shows by then; later it aborts the association.
     *
     * @throws NotNegotiatedException when there is no context for it
     */
    public CStoreResponse store(OutgoingInstance instance) throws IOException {
        return store(instance, MoveOriginator.NONE);
    }

    CStoreResponse store(OutgoingInstance instance, MoveOriginator originator) throws IOException {
        PresentationContext context = PresentationContexts.forInstance(association(), instance, transcoder);
        IntFunction<DimseRequest> request = id ->
                new CStoreRequest(id, instance.sopClassUid(), Priority.MEDIUM, instance.sopInstanceUid(), originator);
        Invocation invocation;
        if (context.transferSyntax().equals(instance.transferSyntax())) {
            try (InputStream in = instance.dataset().open()) {
                invocation = exchange.invoke(context, request, out -> out.transferFrom(in));
            }
        } else {
            Transcoding transcoding =
                    transcoder.begin(instance.dataset(), instance.transferSyntax(), context.transferSyntax());
            invocation = exchange.invoke(context, request, transcoding::writeTo);
        }
        return invocation.only(CStoreResponse.class);
    }

    /** C-FIND: the matches of an identifier, as they arrive. */
    public FindResults find(String sopClassUid, Attributes identifier) throws IOException {
        PresentationContext context = context(sopClassUid);
        Invocation invocation = exchange.invoke(
                context,
                id -> new CFindRequest(id, sopClassUid, Priority.MEDIUM),
                MessageExchange.writer(identifier, context));
        return new FindResults(exchange, context, invocation);
    }

    /** C-MOVE: has the peer send instances to an AE title that it knows. */
    public RetrieveResult move(String sopClassUid, String destination, Attributes identifier, RetrieveProgress progress)
            throws IOException {
        return retrieve(
                sopClassUid,
                id -> new CMoveRequest(id, sopClassUid, Priority.MEDIUM, destination),
                identifier,
                progress);
    }

    /** C-GET: has the peer send instances over this association, to the store provider given with it. */
    public RetrieveResult get(String sopClassUid, Attributes identifier, RetrieveProgress progress) throws IOException {
        return retrieve(sopClassUid, id -> new CGetRequest(id, sopClassUid, Priority.MEDIUM), identifier, progress);
    }

    private RetrieveResult retrieve(
            String sopClassUid, IntFunction<DimseRequest> request, Attributes identifier, RetrieveProgress progress)
            throws IOException {
        PresentationContext context = context(sopClassUid);
        try (Invocation invocation = exchange.invoke(context, request, MessageExchange.writer(identifier, context))) {
            boolean cancelled = false;
            while (true) {
                Reply reply = invocation.next();
                DimseResponse response = reply.response();
                if (!response.outcome().status().isPending()) {
                    List<String> failed = List.of(reply.dataset().getStrings(Tag.FailedSOPInstanceUIDList));
                    return new RetrieveResult(response.outcome(), suboperations(invocation, response), failed);
                }
                boolean goesOn = progress.onProgress(suboperations(invocation, response));
                if (!goesOn && !cancelled) {
                    exchange.cancel(context, invocation);
                    cancelled = true;
                }
            }
        }
    }

    private static Suboperations suboperations(Invocation invocation, DimseResponse response) throws IOException {
        return response instanceof CGetResponse get
                ? get.suboperations()
                : invocation.cast(response, CMoveResponse.class).suboperations();
    }

    /** The N-services. */
    public NormalizedUser normalized() {
        return new NormalizedUser(exchange);
    }

    private PresentationContext context(String sopClassUid) throws NotNegotiatedException {
        return PresentationContexts.forSopClass(association(), sopClassUid);
    }

    /**
     * Releases the association and waits until it is closed. It is aborted where operations are under way or the peer does
     * not answer.
     */
    @Override
    public void close() {
        Association association = association();
        if (association.isOpen() && !exchange.isInvoking()) {
            association.release();
        }
        association.close();
    }
}
