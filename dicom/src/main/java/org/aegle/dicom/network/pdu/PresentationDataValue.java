package org.aegle.dicom.network.pdu;

import java.util.Arrays;

/**
 * A fragment of a message. PS3.8 9.3.5.1, Annex E.2.
 *
 * @param contextId the presentation context, odd
 * @param command a part of a command set, else of a data set
 * @param last the last fragment of its command or data set
 * @param fragment the bytes, not copied
 */
public record PresentationDataValue(int contextId, boolean command, boolean last, byte[] fragment) {
    /** Bytes of a PDV before its fragment: length, context and control header. */
    public static final int HEADER_LENGTH = 6;

    /** The message control header. PS3.8 E.2. */
    public static int controlHeader(boolean command, boolean last) {
        return (command ? 1 : 0) | (last ? 2 : 0);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PresentationDataValue value
                && value.contextId == contextId
                && value.command == command
                && value.last == last
                && Arrays.equals(value.fragment, fragment);
    }

    @Override
    public int hashCode() {
        return 31 * contextId + Arrays.hashCode(fragment);
    }
}
