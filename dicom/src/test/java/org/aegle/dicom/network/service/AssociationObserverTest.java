package org.aegle.dicom.network.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.io.TransferSyntax;
import org.aegle.dicom.network.AssociationDecision;
import org.aegle.dicom.network.AssociationException;
import org.aegle.dicom.network.AssociationPolicy;
import org.aegle.dicom.network.AssociationProposal;
import org.aegle.dicom.network.Transport;
import org.aegle.dicom.network.pdu.AssociateRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Observers and policies learn how each association ended, and a policy can set the patience with one peer. */
class AssociationObserverTest implements AssociationPolicy {
    private static final AssociationOffer VERIFICATION =
            AssociationOffer.NONE.with(UID.Verification, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN);

    private final BlockingQueue<AssociateRequest> accepted = new LinkedBlockingQueue<>();
    private final BlockingQueue<AssociateRequest> ended = new LinkedBlockingQueue<>();
    private final BlockingQueue<Optional<AssociationException>> observed = new LinkedBlockingQueue<>();
    private final Loopback loopback = new Loopback();
    private volatile Optional<Duration> patience = Optional.empty();
    private DicomServer server;

    @BeforeEach
    void start() throws Exception {
        server = DicomServer.start(
                new ServerSettings(Loopback.anyPort(), Transport.plain(), 5, 1),
                this,
                ServiceProviders.ECHO,
                loopback.client,
                (association, fault) -> observed.add(fault));
    }

    @AfterEach
    void stop() {
        server.close();
        loopback.close();
    }

    @Override
    public AssociationDecision decide(AssociationProposal proposal) {
        accepted.add(proposal.request());
        return new AssociationDecision.Accepted(Loopback.everything()).withIdleTimeout(patience);
    }

    @Override
    public void ended(AssociateRequest request) {
        ended.add(request);
    }

    @Test
    void releaseShouldBeToldWithoutAFault() throws Exception {
        try (ServiceUser user = loopback.connect(Loopback.remote(server), VERIFICATION)) {
            assertTrue(user.echo().status().isSuccess());
        }

        assertEquals(Optional.empty(), observed.poll(5, TimeUnit.SECONDS));
        assertSame(accepted.poll(), ended.poll(5, TimeUnit.SECONDS));
    }

    @Test
    void abortShouldBeToldWithItsFault() throws Exception {
        loopback.connect(Loopback.remote(server), VERIFICATION).association().abort();

        assertTrue(observed.poll(5, TimeUnit.SECONDS).isPresent());
        assertSame(accepted.poll(), ended.poll(5, TimeUnit.SECONDS));
    }

    @Test
    void silentPeerShouldBeAbortedAfterItsOwnPatience() throws Exception {
        patience = Optional.of(Duration.ofMillis(200));
        try (ServiceUser silent = loopback.connect(Loopback.remote(server), VERIFICATION)) {
            String why = observed.poll(8, TimeUnit.SECONDS).orElseThrow().getMessage();
            assertTrue(why.contains("idle"), why);
            assertEquals(Loopback.LIMITS, silent.association().limits());
        }
    }
}
