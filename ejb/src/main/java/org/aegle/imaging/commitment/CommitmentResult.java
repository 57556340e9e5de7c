package org.aegle.imaging.commitment;

import java.util.List;

/**
 * What is told about a request.
 *
 * @param committed objects that were read back whole
 * @param failed the others
 */
public record CommitmentResult(List<ReferencedObject> committed, List<Failed> failed) {
    public CommitmentResult {
        committed = List.copyOf(committed);
        failed = List.copyOf(failed);
    }

    /**
     * An object that is not committed.
     *
     * @param object which
     * @param reason Failure Reason, see {@link FailureReason}
     */
    public record Failed(ReferencedObject object, int reason) {}
}
