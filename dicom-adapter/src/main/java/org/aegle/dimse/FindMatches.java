package org.aegle.dimse;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import org.aegle.dicom.data.Attributes;
import org.aegle.search.Cursor;
import org.aegle.search.Page;

/** Matches one by one, fetched page by page as they are sent: a C-CANCEL leaves the rest unasked. For one thread. */
final class FindMatches implements Iterator<Attributes> {
    private final Function<Cursor, Page<Attributes>> pages;
    private final Deque<Attributes> fetched = new ArrayDeque<>();
    private Optional<Cursor> next = Optional.of(Cursor.START);

    FindMatches(Function<Cursor, Page<Attributes>> pages) {
        this.pages = pages;
    }

    @Override
    public boolean hasNext() {
        while (fetched.isEmpty() && next.isPresent()) {
            Page<Attributes> page = pages.apply(next.get());
            fetched.addAll(page.rows());
            next = page.findNext();
        }
        return !fetched.isEmpty();
    }

    @Override
    public Attributes next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return fetched.remove();
    }
}
