package org.aegle.dicom.network.service;

import java.util.Optional;
import org.aegle.dicom.network.Association;
import org.aegle.dicom.network.AssociationException;

/** Is told of associations that a server had. */
@FunctionalInterface
public interface AssociationObserver {
    /**
     * An association is over, so that the peer waits for nothing. Called by its thread; a retrieval on an association that
     * was lost may still be ending.
     *
     * @param fault why it was not released in order; empty when it was
     */
    void ended(Association association, Optional<AssociationException> fault);
}
