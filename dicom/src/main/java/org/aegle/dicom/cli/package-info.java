/**
 * The command line of the toolkit, for people and tests: {@code java -jar dicom.jar echo|store|find|move|get|dump|json}.
 *
 * <p>Boundary: {@link org.aegle.dicom.cli.CommandLine}. Results go to standard output, one-sentence errors to standard
 * error. Exit codes: 0 done, 1 not done, 2 not understood.
 */
package org.aegle.dicom.cli;
