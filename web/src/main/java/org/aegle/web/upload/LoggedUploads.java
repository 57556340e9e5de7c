package org.aegle.web.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.aegle.access.Caller;
import org.aegle.imaging.arrival.UploadView;
import org.aegle.imaging.arrival.UploadedFile;
import org.aegle.imaging.transfer.Door;
import org.aegle.imaging.transfer.Transfer;
import org.aegle.imaging.transfer.TransferPeer;
import org.aegle.imaging.transfer.TransferQueue;
import org.aegle.imaging.transfer.TransferTally;

/** Uploads that came whole, for the transfer log: from when they were begun until their objects were stored. */
@ApplicationScoped
public class LoggedUploads {
    @Inject
    private TransferQueue queue;

    /** @param done an upload whose objects' outcomes are known */
    void add(Caller caller, boolean tls, UploadView done) {
        TransferTally tally = new TransferTally(done.createdAt(), Door.UPLOAD, TransferPeer.of(caller, tls));
        tally.request();
        tally.received(0, done.length());
        done.files().forEach(file -> count(file, tally));
        queue.add(tally.end(Transfer.Ending.COMPLETED, ""));
    }

    /** What is skipped is no object; what waits for a decision is kept. */
    private static void count(UploadedFile file, TransferTally tally) {
        switch (file.outcome()) {
            case "STORED", "ALREADY_STORED", "SET_ASIDE" -> {
                tally.received(1, 0);
                tally.ofStudy(file.studyInstanceUid());
            }
            case "REFUSED" -> tally.failed(file.reason(), 1);
            default -> {}
        }
    }
}
