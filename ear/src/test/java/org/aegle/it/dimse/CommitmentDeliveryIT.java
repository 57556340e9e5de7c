package org.aegle.it.dimse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Sequence;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.io.TransferSyntax;
import org.aegle.dicom.network.AssociationDecision;
import org.aegle.dicom.network.AssociationLimits;
import org.aegle.dicom.network.SupportedContexts;
import org.aegle.dicom.network.Transport;
import org.aegle.dicom.network.dimse.DimseOutcome;
import org.aegle.dicom.network.dimse.NEventReportRequest;
import org.aegle.dicom.network.service.AssociationOffer;
import org.aegle.dicom.network.service.DicomClient;
import org.aegle.dicom.network.service.DicomServer;
import org.aegle.dicom.network.service.NativeTranscoder;
import org.aegle.dicom.network.service.NormalizedProvider;
import org.aegle.dicom.network.service.NormalizedResult;
import org.aegle.dicom.network.service.NormalizedUser.SopInstance;
import org.aegle.dicom.network.service.OperationContext;
import org.aegle.dicom.network.service.RemoteEntity;
import org.aegle.dicom.network.service.ServerSettings;
import org.aegle.dicom.network.service.ServiceProviders;
import org.aegle.dicom.network.service.ServiceUser;
import org.aegle.it.Aegle;
import org.aegle.it.TestDatabase;
import org.aegle.it.client.Dicomweb;
import org.aegle.it.client.EntityRow;
import org.aegle.it.client.Eventually;
import org.aegle.it.client.Orthanc;
import org.aegle.it.client.Part10;
import org.aegle.it.client.TestStudy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where and how often results of storage commitment are told, and what is refused. PS3.4 J.3. */
class CommitmentDeliveryIT implements NormalizedProvider {
    private static final String PUSH_MODEL = UID.StorageCommitmentPushModel;
    private static final SopInstance WELL_KNOWN = new SopInstance(PUSH_MODEL, UID.StorageCommitmentPushModelInstance);
    private static final AssociationOffer OFFER =
            AssociationOffer.NONE.with(PUSH_MODEL, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);

    private final DicomClient client = new DicomClient(AssociationLimits.DEFAULT, new NativeTranscoder());
    private final BlockingQueue<Attributes> events = new LinkedBlockingQueue<>();
    private final TestStudy ct = TestStudy.smallCt(2);

    @AfterEach
    void close() {
        client.close();
    }

    @Override
    public NormalizedResult eventReport(OperationContext context, NEventReportRequest request, Attributes event) {
        events.add(event);
        return NormalizedResult.success(request.affectedSopInstanceUid());
    }

    @Test
    void askerThatListensNowhereShouldBeToldOnItsAssociation() throws Exception {
        store();
        String transaction = Part10.newUid();
        try (ServiceUser user = connect(EntityRow.caller("COMMIT").insert())) {
            assertEquals(DimseOutcome.SUCCESS, ask(user, transaction, ct.sopInstanceUids()));

            assertTold(transaction, 2);
        }
    }

    @Test
    void sameRequestAgainShouldBeToldAgain() throws Exception {
        store();
        String transaction = Part10.newUid();
        try (ServiceUser user = connect(EntityRow.caller("COMMIT").insert())) {
            ask(user, transaction, ct.sopInstanceUids());
            assertTold(transaction, 2);
            assertEquals(DimseOutcome.SUCCESS, ask(user, transaction, ct.sopInstanceUids()));

            assertTold(transaction, 2);
        }
    }

    @Test
    void otherObjectsUnderTheSameTransactionShouldBeADuplicate() throws Exception {
        String transaction = Part10.newUid();
        try (ServiceUser user = connect(EntityRow.caller("COMMIT").insert())) {
            ask(user, transaction, ct.sopInstanceUids());

            assertEquals(
                    0x0131,
                    ask(user, transaction, List.of(Part10.newUid())).status().code());
        }
    }

    @Test
    void requestWithoutObjectsOrTransactionShouldBeRefused() throws Exception {
        try (ServiceUser user = connect(EntityRow.caller("COMMIT").insert())) {
            assertEquals(0x0120, ask(user, Part10.newUid(), List.of()).status().code());
            assertEquals(0x0120, ask(user, "", ct.sopInstanceUids()).status().code());
            assertEquals(
                    0x0123,
                    user.normalized()
                            .action(WELL_KNOWN, 2, new Attributes())
                            .outcome()
                            .status()
                            .code());
        }
    }

    @Test
    void askerThatIsAwayShouldBeToldWhenItIsBack() throws Exception {
        store();
        int port = Orthanc.freePort();
        String title = EntityRow.caller("COMMIT").listening(port).insert();
        String transaction = Part10.newUid();
        try (ServiceUser user = connect(title)) {
            ask(user, transaction, ct.sopInstanceUids());
        }
        Eventually.get("an attempt", () -> Optional.of(column(transaction, "last_error"))
                .filter(error -> !error.isEmpty()));

        try (DicomServer listener = listen(port)) {
            assertEquals(port, listener.address().getPort());
            assertTold(transaction, 2);
            // It listens on until its answer has arrived: an event whose answer is lost is told again.
            Eventually.get(
                    "the end", () -> Optional.of(column(transaction, "state")).filter("REPORTED"::equals));
        }
    }

    @Test
    void requestThatAKilledServerLeftShouldBeWorkedOn() throws Exception {
        store();
        int port = Orthanc.freePort();
        String title = EntityRow.caller("COMMIT").listening(port).insert();
        String transaction = Part10.newUid();
        try (DicomServer listener = listen(port)) {
            assertEquals(port, listener.address().getPort());
            leave(title, transaction, ct.sopInstanceUids().get(0));

            assertTold(transaction, 1);
        }
    }

    private void store() {
        assertEquals(200, Dicomweb.as("demo-emr").store(ct.objects()).status());
    }

    private ServiceUser connect(String callingAeTitle) throws Exception {
        RemoteEntity aegle = new RemoteEntity("AEGLE", "127.0.0.1", Aegle.dicomPort(), Transport.plain());
        return client.connect(callingAeTitle, aegle, OFFER, ServiceProviders.ECHO.withNormalized(this));
    }

    private DicomServer listen(int port) throws Exception {
        SupportedContexts contexts = SupportedContexts.NONE
                .with(PUSH_MODEL, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)
                .withScpRole(List.of(PUSH_MODEL));
        return DicomServer.start(
                new ServerSettings(new InetSocketAddress("127.0.0.1", port), Transport.plain(), 5, 1),
                proposal -> new AssociationDecision.Accepted(contexts),
                ServiceProviders.ECHO.withNormalized(this),
                client);
    }

    private static DimseOutcome ask(ServiceUser user, String transaction, List<String> uids) throws Exception {
        Attributes action = new Attributes();
        action.setString(Tag.TransactionUID, VR.UI, transaction);
        Sequence objects = action.newSequence(Tag.ReferencedSOPSequence, uids.size());
        for (String uid : uids) {
            Attributes item = objects.newItem();
            item.setString(Tag.ReferencedSOPClassUID, VR.UI, UID.CTImageStorage);
            item.setString(Tag.ReferencedSOPInstanceUID, VR.UI, uid);
        }
        return user.normalized().action(WELL_KNOWN, 1, action).outcome();
    }

    private void assertTold(String transaction, int committed) throws InterruptedException {
        Attributes event = events.poll(90, TimeUnit.SECONDS);
        assertTrue(event != null, "nothing was told");
        assertEquals(transaction, event.getString(Tag.TransactionUID));
        assertEquals("AEGLE", event.getString(Tag.RetrieveAETitle));
        assertEquals(committed, event.getSequence(Tag.ReferencedSOPSequence).size());
        assertTrue(event.getSequence(Tag.FailedSOPSequence).isEmpty());
    }

    private static String column(String transaction, String column) throws SQLException {
        try (Connection database = TestDatabase.open();
                PreparedStatement query = database.prepareStatement(
                        "select " + column + " from storage_commitment where transaction_uid = ?")) {
            query.setString(1, transaction);
            try (ResultSet row = query.executeQuery()) {
                assertTrue(row.next());
                return row.getString(1);
            }
        }
    }

    /** A request of which a first attempt was begun and that is due again. */
    private static void leave(String title, String transaction, String uid) throws SQLException {
        try (Connection database = TestDatabase.open();
                PreparedStatement insert =
                        database.prepareStatement("with c as (insert into storage_commitment (transaction_uid,"
                                + " ae_title, organization_id, address, attempts) select ?, ?, id, '127.0.0.1', 1 from"
                                + " organization where host returning id) insert into storage_commitment_object"
                                + " (commitment_id, position, sop_class_uid, sop_instance_uid)"
                                + " select id, 0, ?, ? from c")) {
            insert.setString(1, transaction);
            insert.setString(2, title);
            insert.setString(3, UID.CTImageStorage);
            insert.setString(4, uid);
            assertEquals(1, insert.executeUpdate());
        }
    }
}
