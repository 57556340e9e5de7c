package org.aegle.dicom.io;

import java.util.ArrayList;
import java.util.List;

/** Collects findings up to a number beyond which more of them tell nothing new. */
final class Findings {
    private static final int MAXIMUM = 1000;

    private final List<Finding> list = new ArrayList<>();

    void add(long offset, int tag, String clause, String message) {
        if (list.size() < MAXIMUM) {
            list.add(new Finding(offset, tag, clause, message));
        }
    }

    List<Finding> list() {
        return List.copyOf(list);
    }
}
