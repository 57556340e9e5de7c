/**
 * Data sets in streams and files: reading in one pass, writing, transfer syntaxes, where the frames of an image lie.
 *
 * <p>Boundary: {@link org.aegle.dicom.io.DicomReader} gives a {@link org.aegle.dicom.io.DicomObject} or a
 * {@link org.aegle.dicom.io.DicomParseException}; {@link org.aegle.dicom.io.DicomWriter};
 * {@link org.aegle.dicom.io.FrameIndex}; the port {@link org.aegle.dicom.io.Transcoder}. Irregularities that can be read are
 * {@link org.aegle.dicom.io.Finding findings}. PS3.5, PS3.10.
 */
package org.aegle.dicom.io;
