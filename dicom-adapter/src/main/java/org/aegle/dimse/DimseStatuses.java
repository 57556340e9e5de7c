package org.aegle.dimse;

import jakarta.ejb.EJBAccessException;
import org.aegle.dicom.network.dimse.DimseOutcome;
import org.aegle.dicom.network.dimse.DimseStatus;
import org.aegle.dicom.network.service.DimseRefusal;
import org.aegle.id.MalformedUid;
import org.aegle.imaging.arrival.RefusalReason;
import org.aegle.imaging.arrival.StoreOutcome;
import org.aegle.refusal.Conflict;
import org.aegle.refusal.Invalid;
import org.aegle.refusal.NotFound;
import org.aegle.refusal.NotPermitted;
import org.aegle.refusal.NotSupported;
import org.aegle.refusal.Outage;
import org.aegle.refusal.Refusal;
import org.aegle.refusal.TooLarge;
import org.aegle.refusal.Unavailable;

/** Says how an object's arrival ended, and every refusal, in DIMSE's form. PS3.4 B.2.3, C.4; PS3.7 Annex C. */
final class DimseStatuses {
    private DimseStatuses() {}

    static DimseOutcome of(StoreOutcome outcome) {
        if (outcome instanceof StoreOutcome.SetAside aside && aside.reason().isAcknowledged()) {
            return DimseOutcome.of(DimseStatus.COERCION_OF_DATA_ELEMENTS, waiting(aside.reason()));
        } else if (outcome instanceof StoreOutcome.SetAside aside) {
            return of(aside.reason());
        } else if (outcome instanceof StoreOutcome.Refused refused) {
            return of(refused.reason());
        }
        return DimseOutcome.SUCCESS;
    }

    private static String waiting(RefusalReason reason) {
        return reason == RefusalReason.PATIENT_DIFFERS
                ? "Stored; its patient waits for reconciliation"
                : "Stored; its series waits for reconciliation";
    }

    static DimseOutcome of(RefusalReason reason) {
        return switch (reason) {
            case NOT_DICOM -> DimseOutcome.of(DimseStatus.CANNOT_UNDERSTAND, "Not a DICOM data set");
            case TRUNCATED -> DimseOutcome.of(DimseStatus.CANNOT_UNDERSTAND, "The data set is cut off");
            case MALFORMED -> DimseOutcome.of(DimseStatus.CANNOT_UNDERSTAND, "The data set is malformed (PS3.5)");
            case OVER_LIMIT -> DimseOutcome.of(DimseStatus.CANNOT_UNDERSTAND, "The data set is beyond a limit");
            case UNSUPPORTED_TRANSFER_SYNTAX ->
                DimseOutcome.of(DimseStatus.CANNOT_UNDERSTAND, "The transfer syntax is unknown");
            case MISSING_IDENTIFIER ->
                DimseOutcome.of(
                        DimseStatus.DATASET_DOES_NOT_MATCH_SOP_CLASS, "An identifying UID is missing or malformed");
            case NOT_STORABLE ->
                DimseOutcome.of(DimseStatus.SOP_CLASS_NOT_SUPPORTED, "The data set is of no storage SOP class");
            case NOT_PERMITTED -> DimseOutcome.of(DimseStatus.NOT_AUTHORIZED, "Not permitted");
            case CONTENT_DIFFERS ->
                DimseOutcome.of(DimseStatus.DUPLICATE_SOP_INSTANCE, "Known with other content; kept aside");
            case STUDY_DIFFERS -> DimseOutcome.of(DimseStatus.PROCESSING_FAILURE, "Of another study");
            case PATIENT_DIFFERS ->
                DimseOutcome.of(DimseStatus.PROCESSING_FAILURE, "Its study or Patient ID has another patient");
            case SERIES_DIFFERS -> DimseOutcome.of(DimseStatus.PROCESSING_FAILURE, "Its series is in another study");
            case REJECTED -> DimseOutcome.of(DimseStatus.PROCESSING_FAILURE, "Rejected by reconciliation");
            case MISSING_BULK_DATA,
                    MALFORMED_BULK_DATA,
                    BULK_DATA_DIFFERS,
                    UNSUPPORTED_BULK_DATA,
                    UNDESCRIBED_BULK_DATA ->
                DimseOutcome.of(DimseStatus.CANNOT_UNDERSTAND, "Bulk data and data set do not fit");
            // Of files that people upload; no object that comes by DIMSE is refused so.
            case UNSUPPORTED_FILE, DAMAGED_FILE, ENCRYPTED_FILE, TOO_MANY_PIXELS, UNSUPPORTED_COLOUR ->
                DimseOutcome.of(DimseStatus.CANNOT_UNDERSTAND, "Not a file that becomes an object");
            case NO_SPACE -> DimseOutcome.of(DimseStatus.OUT_OF_RESOURCES, "No space left");
        };
    }

    /** What a boundary threw, as a provider throws it; a fault stays what it is. */
    static RuntimeException refusal(RuntimeException thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return new DimseRefusal(of(refusal));
            }
            if (cause instanceof EJBAccessException) {
                return new DimseRefusal(DimseStatus.NOT_AUTHORIZED, "Not permitted");
            }
            if (cause instanceof MalformedUid uid) {
                return new DimseRefusal(DimseStatus.DATASET_DOES_NOT_MATCH_SOP_CLASS, uid.getMessage());
            }
        }
        return Outage.of(thrown)
                .<RuntimeException>map(outage -> new DimseRefusal(of(outage)))
                .orElse(thrown);
    }

    static DimseOutcome of(Refusal refusal) {
        String text = refusal.getMessage();
        if (refusal instanceof NotFound) {
            return DimseOutcome.of(DimseStatus.NO_SUCH_SOP_INSTANCE, text);
        } else if (refusal instanceof NotPermitted) {
            return DimseOutcome.of(DimseStatus.NOT_AUTHORIZED, "Not permitted");
        } else if (refusal instanceof Invalid) {
            return DimseOutcome.of(DimseStatus.DATASET_DOES_NOT_MATCH_SOP_CLASS, text);
        } else if (refusal instanceof Conflict) {
            return DimseOutcome.of(DimseStatus.PROCESSING_FAILURE, text);
        } else if (refusal instanceof TooLarge || refusal instanceof Unavailable) {
            return DimseOutcome.of(DimseStatus.OUT_OF_RESOURCES, text);
        } else if (refusal instanceof NotSupported) {
            return DimseOutcome.of(DimseStatus.CANNOT_UNDERSTAND, text);
        }
        throw new IllegalStateException("a kind of refusal without a form: " + refusal.getClass());
    }
}
