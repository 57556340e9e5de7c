package org.aegle.dicom.network.dimse;

import java.util.Locale;

/**
 * How an operation ended or goes on, (0000,0900). PS3.7 Annex C, PS3.4 tables B.2-1, C.4-1 to C.4-3.
 *
 * @param code 0 to FFFF
 */
public record DimseStatus(int code) {
    /** Success. */
    public static final DimseStatus SUCCESS = new DimseStatus(0x0000);
    /** Ended by C-CANCEL. */
    public static final DimseStatus CANCEL = new DimseStatus(0xFE00);
    /** More follows. */
    public static final DimseStatus PENDING = new DimseStatus(0xFF00);
    /** More follows; some optional keys were not supported for matching. */
    public static final DimseStatus PENDING_OPTIONAL_KEYS_NOT_SUPPORTED = new DimseStatus(0xFF01);

    /** No such attribute. */
    public static final DimseStatus NO_SUCH_ATTRIBUTE = new DimseStatus(0x0105);
    /** Invalid attribute value. */
    public static final DimseStatus INVALID_ATTRIBUTE_VALUE = new DimseStatus(0x0106);
    /** Attribute list error; a warning. */
    public static final DimseStatus ATTRIBUTE_LIST_ERROR = new DimseStatus(0x0107);
    /** Processing failure. */
    public static final DimseStatus PROCESSING_FAILURE = new DimseStatus(0x0110);
    /** Duplicate SOP instance. */
    public static final DimseStatus DUPLICATE_SOP_INSTANCE = new DimseStatus(0x0111);
    /** No such SOP instance. */
    public static final DimseStatus NO_SUCH_SOP_INSTANCE = new DimseStatus(0x0112);
    /** No such event type. */
    public static final DimseStatus NO_SUCH_EVENT_TYPE = new DimseStatus(0x0113);
    /** No such argument. */
    public static final DimseStatus NO_SUCH_ARGUMENT = new DimseStatus(0x0114);
    /** Invalid argument value. */
    public static final DimseStatus INVALID_ARGUMENT_VALUE = new DimseStatus(0x0115);
    /** Attribute value out of range; a warning. */
    public static final DimseStatus ATTRIBUTE_VALUE_OUT_OF_RANGE = new DimseStatus(0x0116);
    /** Invalid SOP instance. */
    public static final DimseStatus INVALID_SOP_INSTANCE = new DimseStatus(0x0117);
    /** No such SOP class. */
    public static final DimseStatus NO_SUCH_SOP_CLASS = new DimseStatus(0x0118);
    /** The instance is not of the class. */
    public static final DimseStatus CLASS_INSTANCE_CONFLICT = new DimseStatus(0x0119);
    /** Missing attribute. */
    public static final DimseStatus MISSING_ATTRIBUTE = new DimseStatus(0x0120);
    /** Missing attribute value. */
    public static final DimseStatus MISSING_ATTRIBUTE_VALUE = new DimseStatus(0x0121);
    /** Refused: SOP class not supported. */
    public static final DimseStatus SOP_CLASS_NOT_SUPPORTED = new DimseStatus(0x0122);
    /** No such action. */
    public static final DimseStatus NO_SUCH_ACTION = new DimseStatus(0x0123);
    /** Refused: not authorized. */
    public static final DimseStatus NOT_AUTHORIZED = new DimseStatus(0x0124);
    /** A request with a Message ID that is under way. */
    public static final DimseStatus DUPLICATE_INVOCATION = new DimseStatus(0x0210);
    /** The operation is not known here. */
    public static final DimseStatus UNRECOGNIZED_OPERATION = new DimseStatus(0x0211);
    /** An argument of the wrong type. */
    public static final DimseStatus MISTYPED_ARGUMENT = new DimseStatus(0x0212);
    /** Resource limitation. */
    public static final DimseStatus RESOURCE_LIMITATION = new DimseStatus(0x0213);

    /** Refused: out of resources. */
    public static final DimseStatus OUT_OF_RESOURCES = new DimseStatus(0xA700);
    /** Refused: out of resources, unable to calculate the number of matches. */
    public static final DimseStatus UNABLE_TO_CALCULATE_MATCHES = new DimseStatus(0xA701);
    /** Refused: out of resources, unable to perform sub-operations. */
    public static final DimseStatus UNABLE_TO_PERFORM_SUBOPERATIONS = new DimseStatus(0xA702);
    /** Refused: Move Destination unknown. */
    public static final DimseStatus MOVE_DESTINATION_UNKNOWN = new DimseStatus(0xA801);
    /** Data set, or identifier, does not match the SOP class. */
    public static final DimseStatus DATASET_DOES_NOT_MATCH_SOP_CLASS = new DimseStatus(0xA900);
    /** Cannot understand, or unable to process. */
    public static final DimseStatus CANNOT_UNDERSTAND = new DimseStatus(0xC000);
    /** Stored with coercion of data elements; a warning. */
    public static final DimseStatus COERCION_OF_DATA_ELEMENTS = new DimseStatus(0xB000);
    /** Sub-operations complete, one or more failures or warnings. */
    public static final DimseStatus SUBOPERATIONS_COMPLETE_WITH_FAILURES = new DimseStatus(0xB000);
    /** Stored with elements discarded; a warning. */
    public static final DimseStatus ELEMENTS_DISCARDED = new DimseStatus(0xB006);
    /** Stored though the data set does not match the SOP class; a warning. */
    public static final DimseStatus STORED_UNMATCHED = new DimseStatus(0xB007);

    /** A status that 16 bits can tell. */
    public DimseStatus {
        if (code < 0 || code > 0xFFFF) {
            throw new IllegalArgumentException("status " + code);
        }
    }

    /** Success. */
    public boolean isSuccess() {
        return code == 0;
    }

    /** More responses follow. */
    public boolean isPending() {
        return code == 0xFF00 || code == 0xFF01;
    }

    /** Ended by C-CANCEL. */
    public boolean isCancel() {
        return code == 0xFE00;
    }

    /** Done, with something to be told. PS3.7 C.2. */
    public boolean isWarning() {
        return code == 0x0001 || code == 0x0107 || code == 0x0116 || code >>> 12 == 0xB;
    }

    /** Not done. */
    public boolean isFailure() {
        return !isSuccess() && !isPending() && !isCancel() && !isWarning();
    }

    /** Four hexadecimal digits, as standards and logs write it. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%04XH", code);
    }
}
