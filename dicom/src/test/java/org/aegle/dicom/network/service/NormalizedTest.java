package org.aegle.dicom.network.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.io.TransferSyntax;
import org.aegle.dicom.network.dimse.DimseOutcome;
import org.aegle.dicom.network.dimse.DimseStatus;
import org.aegle.dicom.network.dimse.NActionRequest;
import org.aegle.dicom.network.dimse.NCreateRequest;
import org.aegle.dicom.network.dimse.NDeleteRequest;
import org.aegle.dicom.network.dimse.NEventReportRequest;
import org.aegle.dicom.network.dimse.NGetRequest;
import org.aegle.dicom.network.dimse.NSetRequest;
import org.aegle.dicom.network.pdu.RoleSelection;
import org.aegle.dicom.network.service.NormalizedUser.SopInstance;
import org.junit.jupiter.api.Test;

class NormalizedTest {
    private static final String MODEL = UID.StorageCommitmentPushModel;
    private static final SopInstance COMMITMENT = new SopInstance(MODEL, UID.StorageCommitmentPushModelInstance);
    private static final AssociationOffer OFFER =
            AssociationOffer.NONE.with(MODEL, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);

    private static Attributes named(String name) {
        Attributes attributes = new Attributes();
        attributes.setString(Tag.PatientName, VR.PN, name);
        return attributes;
    }

    /** Instances in memory. */
    private static final class Objects implements NormalizedProvider {
        private final Map<String, Attributes> instances = new HashMap<>();

        @Override
        public NormalizedResult create(OperationContext context, NCreateRequest request, Attributes attributes) {
            String uid = request.affectedSopInstanceUid().isEmpty() ? "1.2.77" : request.affectedSopInstanceUid();
            if (instances.putIfAbsent(uid, attributes) != null) {
                throw new DimseRefusal(DimseStatus.DUPLICATE_SOP_INSTANCE, "");
            }
            return NormalizedResult.success(uid);
        }

        @Override
        public NormalizedResult get(OperationContext context, NGetRequest request) {
            Attributes found = existing(request.requestedSopInstanceUid());
            Attributes wanted = new Attributes();
            for (int tag : request.attributeIdentifiers()) {
                wanted.setString(tag, found.getVR(tag), found.getString(tag));
            }
            return new NormalizedResult(DimseOutcome.SUCCESS, request.requestedSopInstanceUid(), wanted);
        }

        @Override
        public NormalizedResult set(OperationContext context, NSetRequest request, Attributes modification) {
            existing(request.requestedSopInstanceUid()).putAll(modification);
            return NormalizedResult.success(request.requestedSopInstanceUid());
        }

        @Override
        public NormalizedResult delete(OperationContext context, NDeleteRequest request) {
            existing(request.requestedSopInstanceUid());
            instances.remove(request.requestedSopInstanceUid());
            return NormalizedResult.success(request.requestedSopInstanceUid());
        }

        private Attributes existing(String uid) {
            Attributes found = instances.get(uid);
            if (found == null) {
                throw new DimseRefusal(DimseStatus.NO_SUCH_SOP_INSTANCE, "");
            }
            return found;
        }
    }

    @Test
    void instanceShouldBeCreatedReadChangedAndDeleted() throws IOException {
        try (Loopback loopback = new Loopback();
                ServiceUser user =
                        loopback.connect(loopback.serve(ServiceProviders.ECHO.withNormalized(new Objects())), OFFER)) {
            NormalizedUser normalized = user.normalized();
            NormalizedResult created = normalized.create(new SopInstance(MODEL, ""), named("Lovelace^Ada"));
            assertEquals("1.2.77", created.affectedSopInstanceUid());
            SopInstance instance = new SopInstance(MODEL, "1.2.77");
            assertEquals(
                    DimseStatus.DUPLICATE_SOP_INSTANCE,
                    normalized.create(instance, new Attributes()).outcome().status());
            assertEquals(
                    named("Lovelace^Ada"),
                    normalized.get(instance, List.of(Tag.PatientName)).dataset());
            assertEquals(
                    DimseOutcome.SUCCESS,
                    normalized.set(instance, named("King^Ada")).outcome());
            assertEquals(
                    named("King^Ada"),
                    normalized.get(instance, List.of(Tag.PatientName)).dataset());
            assertEquals(DimseOutcome.SUCCESS, normalized.delete(instance).outcome());
            assertEquals(
                    DimseStatus.NO_SUCH_SOP_INSTANCE,
                    normalized.get(instance, List.of()).outcome().status());
            assertEquals(
                    DimseStatus.UNRECOGNIZED_OPERATION,
                    normalized.action(instance, 1, named("x")).outcome().status());
            assertThrows(
                    NotNegotiatedException.class,
                    () -> normalized.delete(new SopInstance(UID.ModalityPerformedProcedureStep, "1.2")));
        }
    }

    @Test
    void performerShouldReportAnEventOverTheSameAssociationAfterAnAction() throws Exception {
        BlockingQueue<Attributes> events = new LinkedBlockingQueue<>();
        NormalizedProvider committing = new NormalizedProvider() {
            @Override
            public NormalizedResult action(OperationContext context, NActionRequest request, Attributes action) {
                new Thread(() -> report(context, action)).start();
                return NormalizedResult.success(request.requestedSopInstanceUid());
            }
        };
        NormalizedProvider listening = new NormalizedProvider() {
            @Override
            public NormalizedResult eventReport(
                    OperationContext context, NEventReportRequest request, Attributes event) {
                events.add(event);
                return NormalizedResult.success(request.affectedSopInstanceUid());
            }
        };
        AssociationOffer bothRoles = OFFER.with(new RoleSelection(MODEL, true, true));
        try (Loopback loopback = new Loopback();
                ServiceUser user = loopback.client.connect(
                        "TESTER",
                        loopback.serve(
                                Loopback.accepting(Loopback.everything().withScpRole(List.of(MODEL))),
                                ServiceProviders.ECHO.withNormalized(committing)),
                        bothRoles,
                        ServiceProviders.ECHO.withNormalized(listening))) {
            assertEquals(
                    DimseOutcome.SUCCESS,
                    user.normalized()
                            .action(COMMITMENT, 1, named("Lovelace^Ada"))
                            .outcome());
            assertEquals(named("Lovelace^Ada"), events.poll(5, TimeUnit.SECONDS));
        }
    }

    private static void report(OperationContext context, Attributes event) {
        try {
            context.user().normalized().eventReport(COMMITMENT, 1, event);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
