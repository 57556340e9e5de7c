package org.aegle.dicom.network.service;

import java.util.ArrayList;
import java.util.List;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.network.dimse.DimseOutcome;
import org.aegle.dicom.network.dimse.DimseStatus;
import org.aegle.dicom.network.dimse.Suboperations;

/** Counts sub-operations and says how all of them went. PS3.4 C.4.2.1.5-6, C.4.2.3.1. */
final class SuboperationCount {
    private final int all;
    private final List<String> failed = new ArrayList<>();
    private int completed;
    private int warning;

    SuboperationCount(int all) {
        this.all = all;
    }

    void add(OutgoingInstance instance, DimseStatus status) {
        if (status.isSuccess()) {
            completed++;
        } else if (status.isWarning()) {
            warning++;
        } else {
            failed.add(instance.sopInstanceUid());
        }
    }

    Suboperations counts() {
        return new Suboperations(all - completed - warning - failed.size(), completed, failed.size(), warning);
    }

    DimseOutcome outcome(boolean cancelled) {
        if (cancelled && completed + warning + failed.size() < all) {
            return DimseOutcome.of(DimseStatus.CANCEL);
        }
        if (completed == all) {
            return DimseOutcome.SUCCESS;
        }
        return failed.size() == all
                ? DimseOutcome.of(DimseStatus.UNABLE_TO_PERFORM_SUBOPERATIONS, "All sub-operations failed")
                : DimseOutcome.of(DimseStatus.SUBOPERATIONS_COMPLETE_WITH_FAILURES);
    }

    /** Failed SOP Instance UID List; empty where none failed. */
    Attributes failures() {
        Attributes identifier = new Attributes();
        if (!failed.isEmpty()) {
            identifier.setString(Tag.FailedSOPInstanceUIDList, VR.UI, failed.toArray(String[]::new));
        }
        return identifier;
    }
}
