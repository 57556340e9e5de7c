package org.aegle.imaging.transfer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Requests of one peer by one door that follow one another closely: together they are what an association is. A sender of
 * one object a request, or a viewer that fetches objects one by one, is one row of the log and not thousands. Not for
 * several threads.
 */
final class OpenTransfers {
    /** A pause that ends a transfer. */
    static final Duration PAUSE = Duration.ofSeconds(5);

    /** Who never pauses is told of all the same. */
    static final Duration LONGEST = Duration.ofMinutes(10);

    private final Map<Key, Open> open = new HashMap<>();

    /** A request ended. */
    void add(FinishedTransfer request) {
        open.computeIfAbsent(new Key(request.door(), request.peer()), key -> new Open(request))
                .add(request);
    }

    /** Takes those that are over. */
    List<FinishedTransfer> over(Instant now) {
        List<FinishedTransfer> over = new ArrayList<>();
        open.values().removeIf(one -> one.isOver(now) && over.add(one.end()));
        return over;
    }

    /** Takes all. */
    List<FinishedTransfer> all() {
        List<FinishedTransfer> all = new ArrayList<>();
        open.values().forEach(one -> all.add(one.end()));
        open.clear();
        return all;
    }

    private record Key(Door door, TransferPeer peer) {}

    private static final class Open {
        private final TransferTally tally;
        private final Instant began;
        private Instant last;
        private Transfer.Ending ending = Transfer.Ending.COMPLETED;
        private String detail = "";

        Open(FinishedTransfer first) {
            began = first.began();
            last = first.ended();
            tally = new TransferTally(began, first.door(), first.peer());
        }

        void add(FinishedTransfer request) {
            tally.add(request);
            last = request.ended().isAfter(last) ? request.ended() : last;
            // One request that went wrong must not hide among many that did not.
            ending = request.ending().isOrderly() ? ending : request.ending();
            detail = request.detail().isEmpty() ? detail : request.detail();
        }

        boolean isOver(Instant now) {
            return !now.isBefore(last.plus(PAUSE)) || !now.isBefore(began.plus(LONGEST));
        }

        FinishedTransfer end() {
            return tally.end(last, ending, detail);
        }
    }
}
