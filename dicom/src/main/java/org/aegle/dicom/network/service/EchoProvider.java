package org.aegle.dicom.network.service;

import org.aegle.dicom.network.dimse.DimseOutcome;

/** Performs C-ECHO. PS3.4 Annex A. */
@FunctionalInterface
public interface EchoProvider {
    /** Says that it is there. */
    EchoProvider SUCCESS = context -> DimseOutcome.SUCCESS;

    /**
     * Answers.
     *
     * @throws DimseRefusal to say no
     */
    DimseOutcome echo(OperationContext context);
}
