package org.aegle.imaging.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.aegle.access.Caller;
import org.junit.jupiter.api.Test;

class OpenTransfersTest {
    private static final Instant START = Instant.parse("2026-11-25T08:00:00Z");
    private static final TransferPeer SENDER =
            new TransferPeer(Caller.Kind.CLIENT, "gateway", 1, "", "192.0.2.7", true);

    private final OpenTransfers open = new OpenTransfers();

    @Test
    void requestsThatFollowCloselyShouldBeOneTransfer() {
        open.add(stored(0, "1.2", Transfer.Ending.COMPLETED));
        open.add(stored(4, "1.2", Transfer.Ending.COMPLETED));
        open.add(stored(8, "1.3", Transfer.Ending.COMPLETED));

        FinishedTransfer one = only(open.over(START.plusSeconds(14)));
        assertEquals(START, one.began());
        assertEquals(START.plusSeconds(9), one.ended());
        assertEquals(3, one.requests());
        assertEquals(new Volume(6, 300), one.received());
        assertEquals(2, one.studies().size());
        assertEquals(Transfer.Ending.COMPLETED, one.ending());
    }

    @Test
    void aPauseShouldEndATransfer() {
        open.add(stored(0, "1.2", Transfer.Ending.COMPLETED));

        assertEquals(List.of(), open.over(START.plusSeconds(5)));
        assertEquals(1, only(open.over(START.plusSeconds(6))).requests());
        assertEquals(List.of(), open.over(START.plusSeconds(60)));
    }

    @Test
    void whoNeverPausesShouldBeToldOfAllTheSame() {
        int seconds = (int) OpenTransfers.LONGEST.toSeconds();
        for (int second = 0; second < seconds; second++) {
            open.add(stored(second, "1.2", Transfer.Ending.COMPLETED));
        }

        assertEquals(seconds, only(open.over(START.plus(OpenTransfers.LONGEST))).requests());
    }

    @Test
    void onesThatWentWrongShouldShow() {
        open.add(stored(0, "1.2", Transfer.Ending.COMPLETED));
        open.add(stored(1, "1.2", Transfer.Ending.ABORTED));
        open.add(stored(2, "1.2", Transfer.Ending.COMPLETED));

        FinishedTransfer one = only(open.all());
        assertEquals(Transfer.Ending.ABORTED, one.ending());
        assertEquals(Map.of("TRUNCATED", 1), one.failures());
        assertEquals("ended early", one.detail());
    }

    @Test
    void peersAndDoorsShouldStayApart() {
        open.add(stored(0, "1.2", Transfer.Ending.COMPLETED));
        TransferTally other = new TransferTally(START, Door.ZIP, SENDER);
        open.add(other.end(START, Transfer.Ending.COMPLETED, ""));
        TransferPeer elsewhere = new TransferPeer(Caller.Kind.CLIENT, "gateway", 1, "", "192.0.2.8", true);
        open.add(new TransferTally(START, Door.STOW, elsewhere).end(START, Transfer.Ending.COMPLETED, ""));

        assertEquals(3, open.all().size());
        assertEquals(List.of(), open.all());
    }

    private static FinishedTransfer stored(int second, String study, Transfer.Ending ending) {
        TransferTally tally = new TransferTally(START.plusSeconds(second), Door.STOW, SENDER);
        tally.request();
        tally.received(2, 100);
        tally.ofStudy(study);
        boolean orderly = ending.isOrderly();
        tally.failed("TRUNCATED", orderly ? 0 : 1);
        return tally.end(START.plusSeconds(second + 1L), ending, orderly ? "" : "ended early");
    }

    private static FinishedTransfer only(List<FinishedTransfer> transfers) {
        assertEquals(1, transfers.size());
        return transfers.get(0);
    }
}
