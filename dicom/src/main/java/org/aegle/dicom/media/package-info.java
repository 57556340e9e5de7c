/**
 * Media: the DICOMDIR of a file set, read and written, and file sets as zip and in folders.
 *
 * <p>Boundary: {@link org.aegle.dicom.media.FileSetZipWriter} and {@link org.aegle.dicom.media.FileSetReader} for whole
 * file sets, {@link org.aegle.dicom.media.MediaDirectoryReader} and {@link org.aegle.dicom.media.MediaDirectoryWriter}
 * for a DICOMDIR alone. What is irregular in it is a {@link org.aegle.dicom.io.Finding}; a file set beyond its limits is
 * a {@link org.aegle.dicom.media.FileSetOverLimit}. PS3.3 Annex F, PS3.10 8, PS3.11 Annex D, PS3.12 Annex V.
 */
package org.aegle.dicom.media;
