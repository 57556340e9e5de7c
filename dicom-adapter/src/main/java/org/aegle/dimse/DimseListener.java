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
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.aegle.dicom.image.DecompressingTranscoder;
import org.aegle.dicom.io.Transcoder;
import org.aegle.dicom.network.AssociationLimits;
import org.aegle.dicom.network.Transport;
import org.aegle.dicom.network.service.DicomClient;
import org.aegle.dicom.network.service.DicomServer;
import org.aegle.dicom.network.service.NativeTranscoder;
import org.aegle.dicom.network.service.ServerSettings;
import org.aegle.dicom.network.service.ServiceProviders;
import org.aegle.settings.DicomSettings;
import org.aegle.settings.Settings;

/**
 * Listens on the DICOM port while the application runs. It starts after the domain has, since modules start in their
 * order, and stops in order: no new associations, operations under way end, then what is left is aborted.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
@PermitAll
public class DimseListener {
    private static final System.Logger LOG = System.getLogger(DimseListener.class.getName());
    private static final int MOST_ASSOCIATIONS = 100;
    private static final int MOST_OPERATIONS = 4;
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

    /** Associations must not wait for one another: each gets a thread at once; their limit bounds the threads. */
    @Resource
    private ManagedThreadFactory threads;

    private ExecutorService executor;
    private DicomClient client;
    private DicomServer server;

    @PostConstruct
    void start() {
        DicomSettings door = settings.dicom();
        InetSocketAddress address = new InetSocketAddress(door.bind(), door.port());
        executor = Executors.newCachedThreadPool(threads);
        Transcoder transcoder = new DecompressingTranscoder(new NativeTranscoder());
        client = new DicomClient(AssociationLimits.DEFAULT, transcoder, executor);
        ServerSettings listening = new ServerSettings(address, Transport.plain(), MOST_ASSOCIATIONS, MOST_OPERATIONS);
        try {
            server = DicomServer.start(listening, policy, providers(), client);
        } catch (IOException e) {
            client.close();
            executor.shutdownNow();
            throw new UncheckedIOException(
                    "Port " + door.port() + " of " + door.bind().getHostAddress()
                            + " cannot be had for DICOM: choose another with AEGLE_DICOM_PORT",
                    e);
        }
        LOG.log(
                System.Logger.Level.INFO,
                "DICOM: {0} listens on {1}:{2}",
                door.aeTitle(),
                door.bind().getHostAddress(),
                Integer.toString(door.port()));
    }

    private ServiceProviders providers() {
        return ServiceProviders.ECHO
                .withStore(store)
                .withFind(find)
                .withGet(get)
                .withMove(move);
    }

    @PreDestroy
    void stop() {
        server.stop(GRACE);
        client.close();
        executor.shutdown();
    }
}
