package org.aegle.change;

import java.io.Serializable;
import java.util.List;

/**
 * A stretch of the feed.
 *
 * @param changes in the order of their numbers
 * @param last number to go on after: that of the last change here, or the one that was asked for
 * @param more whether there are more already
 */
public record ChangePage(List<NumberedChange> changes, long last, boolean more) implements Serializable {
    public ChangePage {
        changes = List.copyOf(changes);
    }
}
