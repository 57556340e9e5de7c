package org.aegle.dicom.network.service;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.io.TransferSyntax;
import org.aegle.dicom.network.AssociationLimits;
import org.aegle.dicom.network.Transport;
import org.aegle.dicom.network.dimse.DimseOutcome;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** C-STORE of objects of half a mebibyte over loopback, one association, to a provider that reads and forgets. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class CStore {
    private static final int OBJECT = 512 << 10;

    /** Bytes of a PDU: as most peers take, and ours. */
    @Param({"16384", "262144"})
    public int pduLength;

    private Loopback loopback;
    private ServiceUser user;
    private OutgoingInstance instance;

    /** Starts the provider and associates. */
    @Setup
    public void associate() throws Exception {
        loopback = new Loopback(AssociationLimits.DEFAULT.withPduLengths(pduLength, pduLength));
        DicomServer server = loopback.start(
                new ServerSettings(Loopback.anyPort(), Transport.plain(), 50, 1),
                Loopback.accepting(Loopback.everything()),
                ServiceProviders.ECHO.withStore(CStore::forget));
        instance = new OutgoingInstance(
                UID.CTImageStorage,
                "1.2.3",
                TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
                DatasetSource.of(new byte[OBJECT]));
        user = loopback.connect(
                Loopback.remote(server),
                AssociationOffer.NONE.with(UID.CTImageStorage, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
    }

    /** Releases and stops. */
    @TearDown
    public void release() throws Exception {
        user.close();
        loopback.close();
    }

    private static DimseOutcome forget(StoreOperation operation) throws IOException {
        byte[] block = new byte[256 << 10];
        while (operation.dataset().read(block) >= 0) {
            // forgotten
        }
        return DimseOutcome.SUCCESS;
    }

    /** Objects stored in a second; two of them are a mebibyte. */
    @Benchmark
    public Object store() throws IOException {
        return user.store(instance);
    }
}
