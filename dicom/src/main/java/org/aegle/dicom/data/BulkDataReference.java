package org.aegle.dicom.data;

/**
 * A value that lies elsewhere: what a BulkDataURI of DICOM JSON says. PS3.18 F.2.2.
 *
 * @param vr its VR
 * @param uri where the value can be fetched, absolute or relative
 */
public record BulkDataReference(VR vr, String uri) {}
