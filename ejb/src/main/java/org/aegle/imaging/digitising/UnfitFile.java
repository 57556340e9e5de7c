package org.aegle.imaging.digitising;

import java.io.IOException;
import org.aegle.imaging.arrival.RefusalReason;

/** A file, or a page of it, that becomes no object. The message tells numbers and formats, nothing of the patient. */
final class UnfitFile extends IOException {
    private static final long serialVersionUID = 1L;

    private final RefusalReason reason;

    UnfitFile(RefusalReason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    RefusalReason reason() {
        return reason;
    }
}
