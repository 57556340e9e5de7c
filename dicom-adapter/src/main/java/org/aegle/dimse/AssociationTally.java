package org.aegle.dimse;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.aegle.dicom.io.TransferSyntax;
import org.aegle.dicom.network.Peer;
import org.aegle.dicom.network.dimse.DimseStatus;
import org.aegle.dicom.network.dimse.Suboperations;
import org.aegle.dicom.network.service.DimseRefusal;
import org.aegle.directory.EntityService;
import org.aegle.imaging.transfer.Transfer;

/** Counts what is done on one association, for the transfer log. Safe for all threads. */
final class AssociationTally {
    private final Instant began = Instant.now();
    private final long start = System.nanoTime();
    private final long organization;
    private final String aeTitle;
    private final Peer peer;
    private final Set<EntityService> services = EnumSet.noneOf(EntityService.class);
    private final Set<String> transferSyntaxes = new TreeSet<>();
    private final Map<String, Integer> failures = new TreeMap<>();
    private int received;
    private long receivedBytes;
    private int sent;
    private long sentBytes;
    private int queries;
    private int failed;
    private String detail = "";

    /**
     * Nothing yet.
     *
     * @param organization key of the peer's organisation; 0 when it is not let in
     */
    AssociationTally(long organization, String aeTitle, Peer peer) {
        this.organization = organization;
        this.aeTitle = aeTitle;
        this.peer = peer;
    }

    /** A service was asked for. */
    synchronized void asked(EntityService service) {
        services.add(service);
        if (service == EntityService.FIND) {
            queries++;
        }
    }

    /** An object came and is stored. */
    synchronized void received(TransferSyntax syntax, long bytes) {
        received++;
        receivedBytes += bytes;
        transferSyntaxes.add(syntax.name());
    }

    /** An object is about to go out. */
    synchronized void opened(TransferSyntax syntax, long bytes) {
        sentBytes += bytes;
        transferSyntaxes.add(syntax.name());
    }

    /** A retrieval came to its end. */
    synchronized void sent(Suboperations counts, String where) {
        sent += counts.completed() + counts.warning();
        if (counts.failed() > 0) {
            failed += counts.failed();
            failures.merge("C-STORE", counts.failed(), Integer::sum);
        }
        detail = where;
    }

    /** An operation failed. */
    synchronized void failed(DimseStatus status) {
        failed++;
        failures.merge(status.toString(), 1, Integer::sum);
    }

    /** The same of what a provider is about to throw, which comes back. */
    RuntimeException failed(RuntimeException thrown) {
        failed(thrown instanceof DimseRefusal refusal ? refusal.outcome().status() : DimseStatus.PROCESSING_FAILURE);
        return thrown;
    }

    /** All of it as a row of the log. */
    synchronized Transfer end(Transfer.Ending ending, String why) {
        return new Transfer(
                0,
                began,
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start),
                organization,
                "",
                aeTitle,
                peer.address().getAddress().getHostAddress(),
                peer.tls(),
                services.stream().map(EntityService::name).collect(Collectors.joining(" ")),
                received,
                receivedBytes,
                sent,
                sentBytes,
                queries,
                failed,
                failures.entrySet().stream()
                        .map(one -> one.getValue() + " x " + one.getKey())
                        .collect(Collectors.joining(", ")),
                String.join(", ", transferSyntaxes),
                ending,
                why.isEmpty() ? detail : why);
    }
}
