/**
 * Objects made of metadata (DICOM JSON, Native DICOM Model) and bulk data that came beside it: images of codestreams,
 * documents, video. {@link org.aegle.dicom.composition.ObjectComposition} decides what they become, and gives a stream of
 * the Part 10 file; large values are never held in memory. PS3.18 8.7.3, 10.5; PS3.5 A.4.
 */
package org.aegle.dicom.composition;
