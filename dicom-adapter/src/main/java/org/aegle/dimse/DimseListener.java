package org.aegle.dimse;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.aegle.access.EntityTransports;
import org.aegle.dicom.image.DecompressingTranscoder;
import org.aegle.dicom.io.Transcoder;
import org.aegle.dicom.network.AssociationLimits;
import org.aegle.dicom.network.Transport;
import org.aegle.dicom.network.service.DicomClient;
import org.aegle.dicom.network.service.DicomServer;
import org.aegle.dicom.network.service.NativeTranscoder;
import org.aegle.dicom.network.service.ServerSettings;
import org.aegle.dicom.network.service.ServiceProviders;
import org.aegle.imaging.transfer.TransferQueue;
import org.aegle.settings.DicomSettings;
import org.aegle.settings.Settings;

/**
 * Listens on the DICOM ports while the application runs. It starts after the domain has, since modules start in their
 * order, and stops in order: no new associations, operations under way end, then what is left is aborted.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
@PermitAll
public class DimseListener {
    private static final System.Logger LOG = System.getLogger(DimseListener.class.getName());
    static final int MOST_ASSOCIATIONS = 100;
    static final int MOST_OPERATIONS = 4;
    private static final Duration GRACE = Duration.ofSeconds(20);

    @Inject
    private Settings settings;

    @Inject
    private EntityPolicy policy;

    @Inject
    private StoreScp store;

    @Inject
    private FindScp find;

    @Inject
    private GetScp get;

    @Inject
    private MoveScp move;

    @Inject
    private EchoScp echo;

    @Inject
    private CommitmentScp commitment;

    @Inject
    private CommitmentReports reports;

    @Inject
    private AssociationTallies tallies;

    @Inject
    private TransferQueue transfers;

    @Inject
    private EntityTransports transports;

    /** Associations must not wait for one another: each gets a thread at once; their limit bounds the threads. */
    @Resource
    private ManagedThreadFactory threads;

    private final List<DicomServer> servers = new ArrayList<>();
    private ExecutorService executor;
    private DicomClient client;

    @PostConstruct
    void start() {
        DicomSettings door = settings.dicom();
        executor = Executors.newCachedThreadPool(threads);
        Transcoder transcoder = new DecompressingTranscoder(new NativeTranscoder());
        client = new DicomClient(AssociationLimits.DEFAULT, transcoder, executor);
        try {
            listen(door.bind(), door.port(), Transport.plain(), "AEGLE_DICOM_PORT");
            if (door.tls().isPresent()) {
                Transport tls = transports.listening().orElseThrow();
                listen(door.bind(), door.tls().get().port(), tls, "AEGLE_DICOM_TLS_PORT");
            }
        } catch (IOException | RuntimeException e) {
            servers.forEach(DicomServer::close);
            client.close();
            executor.shutdownNow();
            throw new IllegalStateException(e.getMessage(), e);
        }
        reports.start(client);
    }

    private void listen(InetAddress bind, int port, Transport transport, String setting) throws IOException {
        InetSocketAddress address = new InetSocketAddress(bind, port);
        ServerSettings listening = new ServerSettings(address, transport, MOST_ASSOCIATIONS, MOST_OPERATIONS);
        try {
            servers.add(DicomServer.start(listening, policy, providers(), client, tallies));
        } catch (BindException e) {
            throw new IOException(
                    "Port " + port + " of " + bind.getHostAddress() + " cannot be had for DICOM: choose another with "
                            + setting,
                    e);
        }
        LOG.log(
                System.Logger.Level.INFO,
                "DICOM: {0} listens on {1}:{2}{3}",
                settings.dicom().aeTitle(),
                bind.getHostAddress(),
                Integer.toString(port),
                transport == Transport.plain() ? "" : " with TLS");
    }

    private ServiceProviders providers() {
        return ServiceProviders.ECHO
                .withEcho(echo)
                .withStore(store)
                .withFind(find)
                .withGet(get)
                .withMove(move)
                .withNormalized(commitment);
    }

    @PreDestroy
    void stop() {
        // No new ones on either port while those of the other end.
        servers.parallelStream().forEach(server -> server.stop(GRACE));
        reports.stop();
        transfers.flush();
        client.close();
        executor.shutdownNow();
    }
}
