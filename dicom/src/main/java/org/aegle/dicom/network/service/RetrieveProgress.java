package org.aegle.dicom.network.service;

import org.aegle.dicom.network.dimse.Suboperations;

/** Is told how far a retrieval has come. */
@FunctionalInterface
public interface RetrieveProgress {
    /** Lets it go on to its end. */
    RetrieveProgress UNWATCHED = suboperations -> true;

    /** Takes notice; false cancels what is left. */
    boolean onProgress(Suboperations suboperations);
}
