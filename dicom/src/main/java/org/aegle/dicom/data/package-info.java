/**
 * The DICOM data set in memory: elements by tag, values decoded on demand, character sets, names and ranges.
 *
 * <p>Boundary: {@link org.aegle.dicom.data.Attributes}; beside it {@link org.aegle.dicom.data.Sequence},
 * {@link org.aegle.dicom.data.Fragments}, {@link org.aegle.dicom.data.BulkData},
 * {@link org.aegle.dicom.data.PersonName}, {@link org.aegle.dicom.data.SpecificCharacterSet}. Knows no stream, no
 * JSON and no dictionary. PS3.5 6 and 7.
 */
package org.aegle.dicom.data;
