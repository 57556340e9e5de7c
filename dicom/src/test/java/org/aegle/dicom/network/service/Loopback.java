package org.aegle.dicom.network.service;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.dictionary.SopClasses;
import org.aegle.dicom.io.Transcoder;
import org.aegle.dicom.io.TransferSyntax;
import org.aegle.dicom.network.AssociationDecision;
import org.aegle.dicom.network.AssociationLimits;
import org.aegle.dicom.network.AssociationPolicy;
import org.aegle.dicom.network.SupportedContexts;
import org.aegle.dicom.network.Transport;

/** Servers and a client on the loopback interface; closed together. */
final class Loopback implements AutoCloseable {
    static final AssociationLimits LIMITS = AssociationLimits.DEFAULT
            .withArtimTimeout(Duration.ofSeconds(5))
            .withIdleTimeout(Duration.ofSeconds(10))
            .withResponseTimeout(Duration.ofSeconds(20));
    static final List<TransferSyntax> NATIVE =
            List.of(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN);
    static final List<String> MODELS = List.of(
            UID.Verification,
            UID.StudyRootQueryRetrieveInformationModelFind,
            UID.StudyRootQueryRetrieveInformationModelMove,
            UID.StudyRootQueryRetrieveInformationModelGet,
            UID.PatientRootQueryRetrieveInformationModelFind,
            UID.PatientRootQueryRetrieveInformationModelMove,
            UID.PatientRootQueryRetrieveInformationModelGet,
            UID.StorageCommitmentPushModel);

    final DicomClient client;
    private final List<DicomServer> servers = new ArrayList<>();

    Loopback() {
        this(LIMITS);
    }

    Loopback(AssociationLimits limits) {
        this(limits, new NativeTranscoder());
    }

    Loopback(AssociationLimits limits, Transcoder transcoder) {
        client = new DicomClient(limits, transcoder);
    }

    /** All storage SOP classes in all transfer syntaxes, both roles, and the query models in native ones. */
    static SupportedContexts everything() {
        Set<String> storage = SopClasses.standard().uids();
        return SupportedContexts.NONE
                .with(MODELS, NATIVE)
                .with(storage, List.copyOf(TransferSyntax.all()))
                .withScpRole(storage);
    }

    static AssociationPolicy accepting(SupportedContexts contexts) {
        return proposal -> new AssociationDecision.Accepted(contexts);
    }

    static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    RemoteEntity serve(ServiceProviders providers) throws IOException {
        return serve(accepting(everything()), providers);
    }

    RemoteEntity serve(AssociationPolicy policy, ServiceProviders providers) throws IOException {
        return remote(start(new ServerSettings(anyPort(), Transport.plain(), 20, 1), policy, providers));
    }

    DicomServer start(ServerSettings settings, AssociationPolicy policy, ServiceProviders providers)
            throws IOException {
        DicomServer server = DicomServer.start(settings, policy, providers, client);
        servers.add(server);
        return server;
    }

    static RemoteEntity remote(DicomServer server) {
        return new RemoteEntity("AEGLE", "127.0.0.1", server.address().getPort(), Transport.plain());
    }

    ServiceUser connect(RemoteEntity remote, AssociationOffer offer) throws IOException {
        return client.connect("TESTER", remote, offer);
    }

    @Override
    public void close() {
        servers.forEach(DicomServer::close);
        client.close();
    }
}
