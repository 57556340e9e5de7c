package org.aegle.imaging.digitising;

import org.aegle.refusal.Invalid;

/**
 * Where a file stands in its submission.
 *
 * @param position by which it is known there, from 1 on; the same file has the same one when it is sent again
 * @param instanceNumber Instance Number of its first page
 * @param title what it is called, or empty
 */
public record FilePlace(int position, int instanceNumber, String title) {
    private static final int MOST = 100_000;
    private static final int LONGEST_TITLE = 64;

    public FilePlace {
        require(position > 0 && position < MOST, "position");
        require(instanceNumber > 0 && instanceNumber < MOST, "number");
        title = title.replaceAll("[\\p{Cntrl}\\\\]", " ").strip();
        title = title.substring(0, Math.min(title.length(), LONGEST_TITLE));
    }

    private static void require(boolean holds, String path) {
        if (!holds) {
            throw new Invalid(path, "must be a number from 1 to " + (MOST - 1));
        }
    }
}
