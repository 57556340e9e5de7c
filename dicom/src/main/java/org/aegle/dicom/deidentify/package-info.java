/**
 * De-identification: the Basic Application Level Confidentiality Profile with its options, by the rows of table E.1-1.
 *
 * <p>Boundary: {@link org.aegle.dicom.deidentify.Deidentifier} with a {@link
 * org.aegle.dicom.deidentify.DeidentificationProfile} and the {@link org.aegle.dicom.deidentify.ProjectKey} of those who
 * receive; an object that cannot be made safe is a {@link org.aegle.dicom.deidentify.DeidentificationRefused}, and what a
 * person should look at a {@link org.aegle.dicom.deidentify.DeidentificationFinding}. The tables are resources made by
 * {@code src/dictionary/generate.py}. PS3.15 Annex E.
 */
package org.aegle.dicom.deidentify;
