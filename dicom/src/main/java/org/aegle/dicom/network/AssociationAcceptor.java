package org.aegle.dicom.network;

import java.io.IOException;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.network.pdu.AssociateAccept;
import org.aegle.dicom.network.pdu.AssociateRequest;
import org.aegle.dicom.network.pdu.RejectReason;

/** Accepts or rejects the associations that peers ask for. Safe for all threads. PS3.8 7.1. */
public final class AssociationAcceptor {
    private final Transport transport;
    private final AssociationLimits limits;
    private final AssociationPolicy policy;
    private final int mostOperations;
    private final ScheduledExecutorService scheduler;

    /**
     * An acceptor.
     *
     * @param mostOperations that a requestor may have under way at a time when it asks for more than one; 0 for any
     * @param scheduler runs timers; it is the caller's
     */
    public AssociationAcceptor(
            Transport transport,
            AssociationLimits limits,
            AssociationPolicy policy,
            int mostOperations,
            ScheduledExecutorService scheduler) {
        this.transport = transport;
        this.limits = limits;
        this.policy = policy;
        this.mostOperations = mostOperations;
        this.scheduler = scheduler;
    }

    /**
     * Awaits a request on a connection and answers it. The socket is closed unless an association came about.
     *
     * @param full no more associations are allowed: a request is rejected for now
     * @return empty when the request was rejected or none came
     * @throws IOException when TLS or the connection failed, or the peer sent something else
     */
    public Optional<Association> accept(Socket tcp, boolean full) throws IOException {
        boolean accepted = false;
        try {
            tcp.setOption(StandardSocketOptions.TCP_NODELAY, true);
            Connection connection = new Connection(tcp, secure(tcp));
            Optional<Association> association = negotiate(connection, full);
            accepted = association.isPresent();
            if (!accepted) {
                connection.close();
            }
            return association;
        } finally {
            if (!accepted) {
                tcp.close();
            }
        }
    }

    /** The handshake is bounded as a whole, since a timeout for each read would let a peer drip. */
    private Socket secure(Socket tcp) throws IOException {
        Future<?> guard = scheduler.schedule(
                () -> {
                    tcp.close();
                    return tcp;
                },
                limits.artimTimeout().toNanos(),
                TimeUnit.NANOSECONDS);
        try {
            return transport.secure(tcp);
        } finally {
            guard.cancel(false);
        }
    }

    private Optional<Association> negotiate(Connection connection, boolean full) throws AssociationException {
        UpperLayer upperLayer = new UpperLayer(connection, false, limits, scheduler);
        Optional<AssociateRequest> received = upperLayer.awaitRequest();
        if (received.isEmpty()) {
            return Optional.empty();
        }
        AssociateRequest request = received.get();
        AssociationDecision decision = decide(new AssociationProposal(request, connection.peer()), full);
        if (decision instanceof AssociationDecision.Accepted accepted) {
            return Optional.of(establish(connection, upperLayer, request, accepted));
        }
        upperLayer.reject(((AssociationDecision.Rejected) decision).reason());
        return Optional.empty();
    }

    private Association establish(
            Connection connection,
            UpperLayer upperLayer,
            AssociateRequest request,
            AssociationDecision.Accepted decision)
            throws AssociationException {
        boolean established = false;
        try {
            AssociateAccept acceptance =
                    Negotiation.accept(request, decision, limits.receivePduLength(), mostOperations);
            AssociationLimits own =
                    decision.idleTimeout().map(limits::withIdleTimeout).orElse(limits);
            Association association =
                    new Association(connection, upperLayer, request, acceptance, false, own, scheduler);
            upperLayer.accept(acceptance);
            established = true;
            return association;
        } finally {
            if (!established) {
                policy.ended(request);
            }
        }
    }

    private AssociationDecision decide(AssociationProposal proposal, boolean full) {
        if (full) {
            return new AssociationDecision.Rejected(RejectReason.LOCAL_LIMIT_EXCEEDED);
        }
        if (!proposal.request().applicationContextName().equals(UID.DICOMApplicationContext)) {
            return new AssociationDecision.Rejected(RejectReason.APPLICATION_CONTEXT_NAME_NOT_SUPPORTED);
        }
        return policy.decide(proposal);
    }
}
