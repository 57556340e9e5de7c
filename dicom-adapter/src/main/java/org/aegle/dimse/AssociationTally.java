package org.aegle.dimse;

import java.time.Instant;
import org.aegle.access.Caller;
import org.aegle.dicom.io.TransferSyntax;
import org.aegle.dicom.network.Peer;
import org.aegle.dicom.network.dimse.DimseStatus;
import org.aegle.dicom.network.dimse.Suboperations;
import org.aegle.dicom.network.service.DimseRefusal;
import org.aegle.directory.EntityService;
import org.aegle.imaging.transfer.Door;
import org.aegle.imaging.transfer.FinishedTransfer;
import org.aegle.imaging.transfer.Transfer;
import org.aegle.imaging.transfer.TransferPeer;
import org.aegle.imaging.transfer.TransferTally;

/** Counts what is done on one association, for the transfer log. Safe for all threads. */
final class AssociationTally {
    private final TransferTally tally;
    private volatile String detail = "";

    /**
     * Nothing yet.
     *
     * @param organization key of the peer's organisation; 0 when it is not let in
     */
    AssociationTally(long organization, String aeTitle, Peer peer) {
        String address = peer.address().getAddress().getHostAddress();
        tally = new TransferTally(
                Instant.now(),
                Door.DIMSE,
                new TransferPeer(Caller.Kind.AE, aeTitle, organization, "", address, peer.tls()));
    }

    /** A service was asked for. */
    void asked(EntityService service) {
        tally.asked(service.name(), service == EntityService.FIND);
    }

    /** An object of a study came and is stored. */
    void received(String studyInstanceUid, TransferSyntax syntax, long bytes) {
        tally.received(1, bytes);
        tally.ofStudy(studyInstanceUid);
        tally.in(syntax.name());
    }

    /** An object of a study is about to go out. */
    void opened(String studyInstanceUid, TransferSyntax syntax, long bytes) {
        tally.sent(0, bytes);
        tally.ofStudy(studyInstanceUid);
        tally.in(syntax.name());
    }

    /** A retrieval came to its end. */
    void sent(Suboperations counts, String where) {
        tally.sent(counts.completed() + counts.warning(), 0);
        tally.failed("C-STORE", counts.failed());
        detail = where;
    }

    /** An operation failed. */
    void failed(DimseStatus status) {
        tally.failed(status.toString(), 1);
    }

    /** The same of what a provider is about to throw, which comes back. */
    RuntimeException failed(RuntimeException thrown) {
        failed(thrown instanceof DimseRefusal refusal ? refusal.outcome().status() : DimseStatus.PROCESSING_FAILURE);
        return thrown;
    }

    /** All of it, now that the association is over. */
    FinishedTransfer end(Transfer.Ending ending, String why) {
        return tally.end(ending, why.isEmpty() ? detail : why);
    }
}
