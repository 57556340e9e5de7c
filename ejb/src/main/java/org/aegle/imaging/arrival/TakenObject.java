package org.aegle.imaging.arrival;

import java.io.IOException;
import org.aegle.storage.BlobWriter;

/** An object that was read to its end. */
sealed interface TakenObject {
    /**
     * It is fit and staged, but neither durable nor findable.
     *
     * @param basis why its sender may store
     */
    record Staged(String basis, ArrivedInstance arrived, BlobWriter staged) implements TakenObject {
        /** Makes it durable; on a failure nothing of it is kept. */
        DurableInstance publish() throws IOException {
            try (staged) {
                return new DurableInstance(basis, arrived, staged.publish());
            }
        }
    }

    /** It cannot be taken, which the audit trail tells already. */
    record Unfit(StoreOutcome.Refused outcome) implements TakenObject {}
}
