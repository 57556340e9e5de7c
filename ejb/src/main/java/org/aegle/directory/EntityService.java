package org.aegle.directory;

/** A DIMSE service that an application entity may ask for. PS3.4. */
public enum EntityService {
    /** Verification, C-ECHO. Annex A. */
    ECHO,
    /** Storage, C-STORE. Annex B. */
    STORE,
    /** Query, C-FIND. Annex C. */
    FIND,
    /** Retrieval over the same association, C-GET. Annex C. */
    GET,
    /** Retrieval by another entity, C-MOVE. Annex C. */
    MOVE,
    /** Storage Commitment Push Model: asking whether objects are safe. Annex J. */
    COMMIT
}
