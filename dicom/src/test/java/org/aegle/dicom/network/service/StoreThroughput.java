package org.aegle.dicom.network.service;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.io.TransferSyntax;
import org.aegle.dicom.network.AssociationLimits;
import org.aegle.dicom.network.Transport;
import org.aegle.dicom.network.dimse.DimseOutcome;

/**
 * Measures C-STORE over loopback into a sink that reads and forgets. Run by hand, with the PDU length in bytes, the
 * associations and the operations under way on each: {@code java -cp ... StoreThroughput 262144 1 1}.
 */
final class StoreThroughput {
    private static final int OBJECT = 512 << 10;
    private static final int OBJECTS = 4000;
    private static final int ROUNDS = 5;

    private StoreThroughput() {}

    public static void main(String[] arguments) throws Exception {
        int pduLength = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 256 << 10;
        int associations = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1;
        int window = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1;
        System.setProperty("java.util.logging.SimpleFormatter.format", "");
        try (Loopback loopback = new Loopback(AssociationLimits.DEFAULT.withPduLengths(pduLength, pduLength))) {
            DicomServer server = loopback.start(
                    new ServerSettings(Loopback.anyPort(), Transport.plain(), 50, window),
                    Loopback.accepting(Loopback.everything()),
                    ServiceProviders.ECHO.withStore(StoreThroughput::forget));
            for (int round = 0; round < ROUNDS; round++) {
                measure(loopback, Loopback.remote(server), associations, window);
            }
        }
    }

    private static DimseOutcome forget(StoreOperation operation) throws IOException {
        byte[] block = new byte[256 << 10];
        while (operation.dataset().read(block) >= 0) {
            // forgotten
        }
        return DimseOutcome.SUCCESS;
    }

    private static void measure(Loopback loopback, RemoteEntity remote, int associations, int window) throws Exception {
        OutgoingInstance instance = new OutgoingInstance(
                UID.CTImageStorage,
                "1.2.3",
                TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
                DatasetSource.of(new byte[OBJECT]));
        ExecutorService threads = Executors.newCachedThreadPool();
        List<ServiceUser> users = new ArrayList<>();
        for (int i = 0; i < associations; i++) {
            users.add(loopback.connect(
                    remote,
                    AssociationOffer.NONE
                            .with(UID.CTImageStorage, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)
                            .withOperations(window)));
        }
        long start = System.nanoTime();
        List<Future<?>> parts = new ArrayList<>();
        int share = OBJECTS / associations / window;
        for (ServiceUser user : users) {
            for (int i = 0; i < window; i++) {
                parts.add(threads.submit(() -> {
                    for (int sent = 0; sent < share; sent++) {
                        user.store(instance);
                    }
                    return null;
                }));
            }
        }
        for (Future<?> part : parts) {
            part.get();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        long count = (long) share * associations * window;
        System.out.printf(
                Locale.ROOT,
                "%d objects of %d bytes: %.0f MB/s, %.0f objects/s%n",
                count,
                OBJECT,
                count * OBJECT / seconds / 1e6,
                count / seconds);
        users.forEach(ServiceUser::close);
        threads.shutdown();
    }
}
