package org.aegle.dicom.network.pdu;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * User Information item: what the two sides tell of themselves and negotiate. PS3.8 9.3.2.3, PS3.7 D.3.3.
 *
 * @param items the sub-items in their order
 */
public record UserInformation(List<UserInformationItem> items) {
    /** Sub-items that cannot change. */
    public UserInformation {
        items = List.copyOf(items);
    }

    /** All sub-items of a kind, in their order. */
    public <T extends UserInformationItem> Stream<T> all(Class<T> kind) {
        return items.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** The first sub-item of a kind. */
    public <T extends UserInformationItem> Optional<T> find(Class<T> kind) {
        return all(kind).findFirst();
    }

    /** Bytes of the longest PDU that the sender receives; 0 for any. */
    public int maximumLength() {
        return find(MaximumLength.class).map(MaximumLength::bytes).orElse(0);
    }

    /** What the sender says of asynchronous operations; one each way when it says nothing. PS3.7 D.3.3.3. */
    public AsynchronousOperationsWindow asynchronousOperationsWindow() {
        return find(AsynchronousOperationsWindow.class).orElse(AsynchronousOperationsWindow.SYNCHRONOUS);
    }
}
