package org.aegle.dicom.network.dimse;

import java.util.Arrays;
import java.util.List;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;

/**
 * The status of a response with what explains it. PS3.7 Annex C.
 *
 * @param status status
 * @param errorComment for people, 64 characters at most; empty when there is none
 * @param offendingElements tags of the elements at fault
 */
public record DimseOutcome(DimseStatus status, String errorComment, List<Integer> offendingElements) {
    /** Success. */
    public static final DimseOutcome SUCCESS = of(DimseStatus.SUCCESS);

    private static final int LONGEST_COMMENT = 64;

    /** An outcome whose comment is cut to what an element can hold. */
    public DimseOutcome {
        errorComment =
                errorComment.length() > LONGEST_COMMENT ? errorComment.substring(0, LONGEST_COMMENT) : errorComment;
        offendingElements = List.copyOf(offendingElements);
    }

    /** A status that needs no explanation. */
    public static DimseOutcome of(DimseStatus status) {
        return of(status, "");
    }

    /** A status with a comment. */
    public static DimseOutcome of(DimseStatus status, String errorComment) {
        return new DimseOutcome(status, errorComment, List.of());
    }

    static DimseOutcome of(Attributes command) {
        List<Integer> offending = Arrays.stream(command.getLongs(Tag.OffendingElement))
                .mapToObj(tag -> (int) tag)
                .toList();
        return new DimseOutcome(
                new DimseStatus(command.getInt(Tag.Status, 0)), command.getString(Tag.ErrorComment), offending);
    }

    void writeTo(Attributes command) {
        command.setInt(Tag.Status, VR.US, status.code());
        if (!offendingElements.isEmpty()) {
            command.setLong(
                    Tag.OffendingElement,
                    VR.AT,
                    offendingElements.stream()
                            .mapToLong(tag -> tag & 0xFFFF_FFFFL)
                            .toArray());
        }
        if (!errorComment.isEmpty()) {
            command.setString(Tag.ErrorComment, VR.LO, errorComment.replace('\\', '/'));
        }
    }

    @Override
    public String toString() {
        return errorComment.isEmpty() ? status.toString() : status + " " + errorComment;
    }
}
