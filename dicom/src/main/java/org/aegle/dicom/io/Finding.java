package org.aegle.dicom.io;

/**
 * Something irregular that could be read all the same.
 *
 * @param offset position in the stream, as {@link DicomReader} counts
 * @param tag the element concerned; 0 when none is
 * @param clause the clause that is broken, "PS3.5 7.1.1"
 * @param message what is irregular; holds no value of the data set
 */
public record Finding(long offset, int tag, String clause, String message) {}
