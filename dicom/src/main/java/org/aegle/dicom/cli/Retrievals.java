package org.aegle.dicom.cli;

import java.io.PrintStream;
import org.aegle.dicom.network.dimse.Suboperations;
import org.aegle.dicom.network.service.RetrieveResult;

/** Tells how a retrieval ended. */
final class Retrievals {
    private Retrievals() {}

    static int print(RetrieveResult result, PrintStream out, PrintStream err) {
        Suboperations counts = result.suboperations();
        out.println(result.outcome() + " completed " + counts.completed() + ", warning " + counts.warning()
                + ", failed " + counts.failed());
        result.failedSopInstanceUids().forEach(uid -> err.println(uid + " failed."));
        boolean done = !result.outcome().status().isFailure() && counts.failed() == 0;
        return done ? CommandLine.DONE : CommandLine.FAILED;
    }
}
