package org.aegle.dicom.io;

import org.aegle.dicom.data.Attributes;

/** Sees the elements of a data set while it is read, those of its items with the sequence that they lie in. */
@FunctionalInterface
public interface ElementVisitor {
    /** Keeps everything. */
    ElementVisitor KEEP_ALL = (dataset, tag) -> Next.KEEP;

    /** What becomes of an element, and of those behind it. */
    enum Next {
        /** It stays in the data set. */
        KEEP,
        /** It is forgotten, so that a data set of any size takes little memory. */
        DROP,
        /** It stays, and reading ends here. */
        STOP
    }

    /** Called once an element is read. */
    Next visit(Attributes dataset, int tag);
}
