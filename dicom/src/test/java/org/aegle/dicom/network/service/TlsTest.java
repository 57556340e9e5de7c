package org.aegle.dicom.network.service;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.io.TransferSyntax;
import org.aegle.dicom.network.AssociationDecision;
import org.aegle.dicom.network.AssociationPolicy;
import org.aegle.dicom.network.Peer;
import org.aegle.dicom.network.TlsProfile;
import org.aegle.dicom.network.TlsProfile.ClientCertificate;
import org.aegle.dicom.network.Transport;
import org.aegle.dicom.network.dimse.DimseOutcome;
import org.aegle.dicom.network.dimse.DimseStatus;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsTest {
    private static final TransferSyntax EXPLICIT = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
    private static final AssociationOffer OFFER = AssociationOffer.NONE
            .with(UID.Verification, EXPLICIT)
            .with(UID.CTImageStorage, EXPLICIT)
            .with(UID.StudyRootQueryRetrieveInformationModelFind, EXPLICIT);

    @TempDir
    private static Path keys;

    private static Certificates certificates;

    @TempDir
    private Path folder;

    private final MemoryStore store = new MemoryStore();
    private final AtomicReference<Peer> seen = new AtomicReference<>();

    @BeforeAll
    static void makeKeys() throws Exception {
        certificates = Certificates.make(keys, "server", "client", "stranger");
    }

    private RemoteEntity serve(Loopback loopback, TlsProfile profile) throws Exception {
        AssociationPolicy policy = proposal -> {
            seen.set(proposal.peer());
            return new AssociationDecision.Accepted(Loopback.everything());
        };
        Transport transport = Transport.tls(certificates.context("server", "client"), profile);
        FindProvider find = operation -> Stream.generate(Instances::studyKeys);
        return Loopback.remote(loopback.start(
                new ServerSettings(Loopback.anyPort(), transport, 5, 1),
                policy,
                ServiceProviders.ECHO.withStore(store).withFind(find)));
    }

    private static RemoteEntity over(RemoteEntity remote, SSLContext context, TlsProfile profile) {
        return new RemoteEntity("AEGLE", "127.0.0.1", remote.port(), Transport.tls(context, profile));
    }

    private static String port(RemoteEntity remote) {
        return Integer.toString(remote.port());
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void bothVersionsShouldCarryAssociationsAndShowTheClientsCertificate(String version) throws Exception {
        TlsProfile only =
                new TlsProfile(List.of(version), TlsProfile.BCP_195.cipherSuites(), ClientCertificate.NEEDED, true);
        try (Loopback loopback = new Loopback()) {
            RemoteEntity remote =
                    over(serve(loopback, TlsProfile.BCP_195), certificates.context("client", "server"), only);
            try (ServiceUser user = loopback.connect(remote, OFFER)) {
                assertEquals(DimseOutcome.SUCCESS, user.echo());
                for (OutgoingInstance instance : Instances.outgoing(5)) {
                    assertEquals(DimseOutcome.SUCCESS, user.store(instance).outcome());
                    assertArrayEquals(
                            instance.dataset().open().readAllBytes(),
                            store.stored().get(instance.sopInstanceUid()).bytes());
                }
            }
        }
        assertEquals(
                "CN=client",
                seen.get().certificates().get(0).getSubjectX500Principal().getName());
    }

    @Test
    void cancelShouldBeSeenUnderTls() throws Exception {
        try (Loopback loopback = new Loopback()) {
            RemoteEntity remote = over(
                    serve(loopback, TlsProfile.BCP_195), certificates.context("client", "server"), TlsProfile.BCP_195);
            try (ServiceUser user = loopback.connect(remote, OFFER)) {
                FindResults results = user.find(UID.StudyRootQueryRetrieveInformationModelFind, Instances.studyKeys());
                assertTrue(results.next().isPresent());
                results.close();
                assertEquals(DimseStatus.CANCEL, results.outcome().status());
            }
        }
    }

    @Test
    void strangersAndThoseWithoutCertificateShouldNotGetIn() throws Exception {
        try (Loopback loopback = new Loopback()) {
            RemoteEntity remote = serve(loopback, TlsProfile.BCP_195);
            for (SSLContext context :
                    List.of(certificates.context("stranger", "server"), certificates.anonymous("server"))) {
                assertThrows(
                        IOException.class, () -> loopback.connect(over(remote, context, TlsProfile.BCP_195), OFFER));
            }
            assertThrows(IOException.class, () -> loopback.connect(remote, OFFER), "no TLS at all");
            assertEquals(null, seen.get());
        }
    }

    @Test
    void wantedCertificateMayBeMissingAndThePolicySeesThat() throws Exception {
        try (Loopback loopback = new Loopback()) {
            RemoteEntity remote = serve(loopback, TlsProfile.BCP_195.with(ClientCertificate.WANTED));
            try (ServiceUser user =
                    loopback.connect(over(remote, certificates.anonymous("server"), TlsProfile.BCP_195), OFFER)) {
                assertEquals(DimseOutcome.SUCCESS, user.echo());
            }
        }
        assertEquals(List.of(), seen.get().certificates());
    }

    @Test
    void clientShouldRefuseAServerThatItDoesNotTrustOrThatIsAnotherHost() throws Exception {
        try (Loopback loopback = new Loopback()) {
            RemoteEntity remote = serve(loopback, TlsProfile.BCP_195);
            assertThrows(
                    IOException.class,
                    () -> loopback.connect(
                            over(remote, certificates.context("client", "stranger"), TlsProfile.BCP_195), OFFER));
            RemoteEntity named = new RemoteEntity(
                    "AEGLE",
                    "localhost",
                    remote.port(),
                    Transport.tls(certificates.context("client", "server"), TlsProfile.BCP_195));
            assertThrows(IOException.class, () -> loopback.connect(named, OFFER), "the certificate names 127.0.0.1");
            RemoteEntity unverified = new RemoteEntity(
                    "AEGLE",
                    "localhost",
                    remote.port(),
                    Transport.tls(
                            certificates.context("client", "server"), TlsProfile.BCP_195.withVerifiesHost(false)));
            loopback.connect(unverified, OFFER).close();
        }
    }

    @Test
    void silentTlsConnectionShouldBeClosedByArtim() throws Exception {
        try (Loopback loopback = new Loopback(Loopback.LIMITS.withArtimTimeout(Duration.ofMillis(300)))) {
            try (RawPeer peer = new RawPeer(serve(loopback, TlsProfile.BCP_195))) {
                assertTrue(peer.isClosed());
            }
        }
    }

    private String[] tls(String tool, String... more) {
        List<String> start = List.of(
                tool,
                "+tls",
                certificates.key("client"),
                certificates.certificate("client"),
                "+cf",
                certificates.certificate("server"));
        return Stream.concat(start.stream(), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void dcmtksUsersShouldTalkToUs() throws Exception {
        Path file = Instances.file(folder, Instances.ct(1), EXPLICIT);
        try (Loopback loopback = new Loopback()) {
            String port = port(serve(loopback, TlsProfile.BCP_195));
            Tool.run(tls("echoscu", "127.0.0.1", port));
            Tool.run(tls("storescu", "-xe", "-R", "127.0.0.1", port, file.toString()));
            Tool.run(tls("findscu", "-S", "--cancel", "2", "-k", "QueryRetrieveLevel=STUDY", "127.0.0.1", port));
        }
        assertArrayEquals(
                Instances.encode(Instances.ct(1), EXPLICIT), store.only().explicit());
        assertEquals(
                "CN=client",
                seen.get().certificates().get(0).getSubjectX500Principal().getName());
    }

    @Test
    void dcmtksUserWithoutCertificateShouldNotGetIn() throws Exception {
        try (Loopback loopback = new Loopback()) {
            String port = port(serve(loopback, TlsProfile.BCP_195));
            Tool.run(1, "echoscu", "+tla", "+cf", certificates.certificate("server"), "127.0.0.1", port);
        }
        assertEquals(null, seen.get());
    }

    @Test
    void ourUserShouldTalkToDcmtksProvider() throws Exception {
        Path received = Files.createDirectory(folder.resolve("received"));
        int port = Tool.freePort();
        String[] command = {
            "storescp",
            "+tls",
            certificates.key("server"),
            certificates.certificate("server"),
            "+cf",
            certificates.certificate("client"),
            "+xa",
            "+B",
            "-od",
            received.toString(),
            Integer.toString(port)
        };
        try (Tool.Server server = Tool.start(port, folder.resolve("storescp.log"), command);
                Loopback loopback = new Loopback()) {
            RemoteEntity remote = new RemoteEntity(
                    "STORESCP",
                    "127.0.0.1",
                    server.port(),
                    Transport.tls(certificates.context("client", "server"), TlsProfile.BCP_195));
            try (ServiceUser user = loopback.connect(remote, OFFER)) {
                assertEquals(DimseOutcome.SUCCESS, user.echo());
                assertEquals(
                        DimseOutcome.SUCCESS,
                        user.store(Instances.outgoing(1).get(0)).outcome());
            }
            RemoteEntity anonymous = new RemoteEntity(
                    "STORESCP",
                    "127.0.0.1",
                    server.port(),
                    Transport.tls(certificates.anonymous("server"), TlsProfile.BCP_195));
            assertThrows(IOException.class, () -> loopback.connect(anonymous, OFFER));
        }
        assertArrayEquals(
                Instances.encode(Instances.ct(1), EXPLICIT),
                Part10File.read(Part10File.in(received).get(0)).dataset());
    }
}
