package org.aegle.dicom.network.service;

import java.util.stream.Stream;
import org.aegle.dicom.data.Attributes;

/** Performs C-FIND. PS3.4 C.4.1. */
@FunctionalInterface
public interface FindProvider {
    /**
     * The matches, made one by one as they are sent; the stream is closed at the end, after a C-CANCEL before all are
     * sent. Runs in a thread of its own.
     *
     * @throws DimseRefusal to say no, also from within the stream
     */
    Stream<Attributes> find(FindOperation operation);

    /** All optional keys of the identifier are matched; else the peer is told so with each match. PS3.4 C.4.1.1.4. */
    default boolean supportsOptionalKeys(FindOperation operation) {
        return true;
    }
}
