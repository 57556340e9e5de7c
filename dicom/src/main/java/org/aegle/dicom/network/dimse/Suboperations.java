package org.aegle.dicom.network.dimse;

import org.aegle.dicom.data.Tag;

/**
 * How far the C-STORE sub-operations of a C-MOVE or C-GET have come. PS3.7 9.1.3.1, 9.1.4.1.
 *
 * @param remaining not yet begun; told while more follows and after a cancel
 * @param completed done
 * @param failed not done
 * @param warning done, with something to be told
 */
public record Suboperations(int remaining, int completed, int failed, int warning) {
    static Suboperations of(CommandSet command) {
        return new Suboperations(
                command.number(Tag.NumberOfRemainingSuboperations),
                command.number(Tag.NumberOfCompletedSuboperations),
                command.number(Tag.NumberOfFailedSuboperations),
                command.number(Tag.NumberOfWarningSuboperations));
    }

    CommandSet writeTo(CommandSet command, DimseStatus status) {
        if (status.isPending() || status.isCancel()) {
            command.number(Tag.NumberOfRemainingSuboperations, remaining);
        }
        return command.number(Tag.NumberOfCompletedSuboperations, completed)
                .number(Tag.NumberOfFailedSuboperations, failed)
                .number(Tag.NumberOfWarningSuboperations, warning);
    }
}
