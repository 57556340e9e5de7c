/**
 * The dictionary of the standard: data elements, unique identifiers and storage SOP classes, read once from text tables.
 *
 * <p>Boundary: {@link org.aegle.dicom.dictionary.ElementDictionary}, {@link org.aegle.dicom.dictionary.UidDictionary},
 * {@link org.aegle.dicom.dictionary.SopClasses}. How the tables are made: {@code src/dictionary/generate.py}.
 * PS3.6, PS3.7 Annex E, PS3.4 Annex B.5.
 */
package org.aegle.dicom.dictionary;
