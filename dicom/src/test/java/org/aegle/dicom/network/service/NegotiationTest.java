package org.aegle.dicom.network.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.io.TransferSyntax;
import org.aegle.dicom.network.AssociationDecision;
import org.aegle.dicom.network.AssociationPolicy;
import org.aegle.dicom.network.AssociationProposal;
import org.aegle.dicom.network.AssociationRejectedException;
import org.aegle.dicom.network.PresentationContext;
import org.aegle.dicom.network.SupportedContexts;
import org.aegle.dicom.network.Transport;
import org.aegle.dicom.network.dimse.CStoreResponse;
import org.aegle.dicom.network.dimse.DimseOutcome;
import org.aegle.dicom.network.pdu.AssociateReject;
import org.aegle.dicom.network.pdu.PduEncoder;
import org.aegle.dicom.network.pdu.PresentationContextAnswer;
import org.aegle.dicom.network.pdu.PresentationContextAnswer.Result;
import org.aegle.dicom.network.pdu.RejectReason;
import org.aegle.dicom.network.pdu.RoleSelection;
import org.aegle.dicom.network.pdu.SopClassExtendedNegotiation;
import org.aegle.dicom.network.pdu.UserIdentity;
import org.aegle.dicom.network.pdu.UserIdentityResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NegotiationTest {
    private static final AssociationOffer ECHO =
            AssociationOffer.NONE.with(UID.Verification, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN);

    @ParameterizedTest
    @EnumSource
    void rejectionOfThePolicyShouldReachTheRequestorAsItIs(RejectReason reason) throws IOException {
        AssociationPolicy rejecting = proposal -> new AssociationDecision.Rejected(reason);
        try (Loopback loopback = new Loopback()) {
            RemoteEntity remote = loopback.serve(rejecting, ServiceProviders.ECHO);
            AssociationRejectedException rejected =
                    assertThrows(AssociationRejectedException.class, () -> loopback.connect(remote, ECHO));
            assertEquals(AssociateReject.of(reason), rejected.rejection());
        }
    }

    @Test
    void otherProtocolAndApplicationContextShouldBeRejected() throws IOException {
        try (Loopback loopback = new Loopback()) {
            RemoteEntity remote = loopback.serve(ServiceProviders.ECHO);
            try (RawPeer peer = new RawPeer(remote)) {
                peer.send(PduEncoder.encode(RawPeer.request(2, UID.DICOMApplicationContext)));
                assertEquals(AssociateReject.of(RejectReason.PROTOCOL_VERSION_NOT_SUPPORTED), peer.receive());
            }
            try (RawPeer peer = new RawPeer(remote)) {
                peer.send(PduEncoder.encode(RawPeer.request(3, "1.2.3")));
                assertEquals(AssociateReject.of(RejectReason.APPLICATION_CONTEXT_NAME_NOT_SUPPORTED), peer.receive());
            }
        }
    }

    @Test
    void policyShouldSeeTitlesAddressAndIdentityAndAnswerThem() throws IOException {
        AtomicReference<AssociationProposal> seen = new AtomicReference<>();
        SopClassExtendedNegotiation extended =
                new SopClassExtendedNegotiation(UID.StudyRootQueryRetrieveInformationModelFind, new byte[] {1, 1});
        AssociationPolicy policy = proposal -> {
            seen.set(proposal);
            return new AssociationDecision.Accepted(
                    Loopback.everything(), List.of(extended, new UserIdentityResponse(new byte[0])));
        };
        try (Loopback loopback = new Loopback();
                ServiceUser user = loopback.connect(
                        loopback.serve(policy, ServiceProviders.ECHO),
                        ECHO.with(extended).with(UserIdentity.ofPasscode("ada", "engine", true)))) {
            assertEquals("TESTER", seen.get().callingAeTitle());
            assertEquals("AEGLE", seen.get().calledAeTitle());
            assertTrue(seen.get().peer().address().getAddress().isLoopbackAddress());
            assertEquals("ada", seen.get().findUserIdentity().orElseThrow().primaryText());
            assertEquals(
                    List.of(extended),
                    user.association()
                            .acceptance()
                            .userInformation()
                            .all(SopClassExtendedNegotiation.class)
                            .toList());
            assertTrue(user.association()
                    .acceptance()
                    .userInformation()
                    .find(UserIdentityResponse.class)
                    .isPresent());
            assertEquals(DimseOutcome.SUCCESS, user.echo());
        }
    }

    @Test
    void eachContextShouldGetItsResultAndTheAcceptorsBestSyntax() throws IOException {
        SupportedContexts supported = SupportedContexts.NONE.with(
                UID.CTImageStorage, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN);
        AssociationOffer offer = AssociationOffer.NONE
                .with(
                        UID.CTImageStorage,
                        TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN,
                        TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)
                .with(UID.CTImageStorage, TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN)
                .with(UID.MRImageStorage, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN);
        try (Loopback loopback = new Loopback();
                ServiceUser user =
                        loopback.connect(loopback.serve(Loopback.accepting(supported), ServiceProviders.ECHO), offer)) {
            Map<Integer, Result> results = user.association().acceptance().presentationContexts().stream()
                    .collect(Collectors.toMap(PresentationContextAnswer::id, PresentationContextAnswer::result));
            assertEquals(
                    Map.of(
                            1, Result.ACCEPTANCE,
                            3, Result.TRANSFER_SYNTAXES_NOT_SUPPORTED,
                            5, Result.ABSTRACT_SYNTAX_NOT_SUPPORTED),
                    results);
            assertEquals(
                    List.of(new PresentationContext(
                            1, UID.CTImageStorage, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, true, false)),
                    List.copyOf(user.association().contexts()));
        }
    }

    @Test
    void rolesShouldBeWhatBothSidesAgreeOn() throws IOException {
        SupportedContexts supported = SupportedContexts.NONE
                .with(List.of(UID.CTImageStorage, UID.MRImageStorage, UID.UltrasoundImageStorage), Loopback.NATIVE)
                .withScpRole(List.of(UID.CTImageStorage));
        AssociationOffer offer = AssociationOffer.NONE
                .with(UID.CTImageStorage, Loopback.NATIVE)
                .with(UID.MRImageStorage, Loopback.NATIVE)
                .with(UID.UltrasoundImageStorage, Loopback.NATIVE)
                .with(new RoleSelection(UID.CTImageStorage, false, true))
                .with(new RoleSelection(UID.MRImageStorage, true, true));
        try (Loopback loopback = new Loopback();
                ServiceUser user =
                        loopback.connect(loopback.serve(Loopback.accepting(supported), ServiceProviders.ECHO), offer)) {
            Map<String, String> roles = user.association().contexts().stream()
                    .collect(Collectors.toMap(
                            PresentationContext::abstractSyntax,
                            context -> context.requestorScu() + " " + context.requestorScp()));
            assertEquals(
                    Map.of(
                            UID.CTImageStorage, "false true",
                            UID.MRImageStorage, "true false",
                            UID.UltrasoundImageStorage, "true false"),
                    roles);
        }
    }

    @Test
    void associationsBeyondTheLimitShouldBeRejectedForNow() throws Exception {
        try (Loopback loopback = new Loopback()) {
            DicomServer server = loopback.start(
                    new ServerSettings(Loopback.anyPort(), Transport.plain(), 2, 1),
                    Loopback.accepting(Loopback.everything()),
                    ServiceProviders.ECHO);
            RemoteEntity remote = Loopback.remote(server);
            List<ServiceUser> users = new ArrayList<>();
            users.add(loopback.connect(remote, ECHO));
            users.add(loopback.connect(remote, ECHO));
            AssociationRejectedException rejected =
                    assertThrows(AssociationRejectedException.class, () -> loopback.connect(remote, ECHO));
            assertEquals(AssociateReject.of(RejectReason.LOCAL_LIMIT_EXCEEDED), rejected.rejection());
            users.forEach(ServiceUser::close);
            awaitNoConnections(server);
            loopback.connect(remote, ECHO).close();
        }
    }

    @Test
    void stopShouldLetOperationsEndAndTakeNoNewAssociations() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        StoreProvider slow = operation -> {
            begun.countDown();
            try {
                assertTrue(goOn.await(10, TimeUnit.SECONDS));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            operation.dataset().readAllBytes();
            return DimseOutcome.SUCCESS;
        };
        try (Loopback loopback = new Loopback()) {
            DicomServer server = loopback.start(
                    new ServerSettings(Loopback.anyPort(), Transport.plain(), 5, 1),
                    Loopback.accepting(Loopback.everything()),
                    ServiceProviders.ECHO.withStore(slow));
            RemoteEntity remote = Loopback.remote(server);
            ServiceUser idle = loopback.connect(remote, ECHO);
            ServiceUser user =
                    loopback.connect(remote, AssociationOffer.NONE.with(UID.CTImageStorage, Loopback.NATIVE));
            AtomicReference<CStoreResponse> response = new AtomicReference<>();
            Thread storing = new Thread(() -> {
                try {
                    response.set(user.store(Instances.outgoing(1).get(0)));
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            storing.start();
            assertTrue(begun.await(5, TimeUnit.SECONDS));
            Thread stopping = new Thread(() -> server.stop(Duration.ofSeconds(10)));
            stopping.start();
            assertThrows(IOException.class, () -> {
                for (int tries = 0; tries < 500; tries++) {
                    idle.echo();
                    Thread.sleep(10);
                }
            });
            goOn.countDown();
            storing.join();
            stopping.join();
            assertEquals(DimseOutcome.SUCCESS, response.get().outcome());
            assertThrows(IOException.class, () -> loopback.connect(remote, ECHO));
            awaitNoConnections(server);
        }
    }

    private static void awaitNoConnections(DicomServer server) throws InterruptedException {
        for (int tries = 0; server.connections() > 0 && tries < 500; tries++) {
            Thread.sleep(10);
        }
        assertEquals(0, server.connections());
    }
}
