package org.aegle.dicom.cli;

import java.io.IOException;
import java.io.PrintStream;

/** One command. */
interface Command {
    /** Its arguments, in one line. */
    String usage();

    /**
     * Runs it; the answer is the exit code.
     *
     * @throws UsageException when the arguments cannot be understood
     * @throws IOException when it fails as a whole
     */
    int run(Arguments arguments, PrintStream out, PrintStream err) throws IOException;
}
