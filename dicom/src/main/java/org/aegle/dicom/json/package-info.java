/**
 * The DICOM JSON Model, both ways and streaming: data sets to JSON and back.
 *
 * <p>Boundary: {@link org.aegle.dicom.json.DicomJsonWriter}, {@link org.aegle.dicom.json.DicomJsonReader}. Values held
 * by reference become what {@link org.aegle.dicom.json.BulkDataUri} says. PS3.18 Annex F.
 */
package org.aegle.dicom.json;
