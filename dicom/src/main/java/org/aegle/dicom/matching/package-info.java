/**
 * Whether a data set fits the keys of a query: single value, list of UID, universal, wildcard, range, sequence, multiple
 * value and empty value matching. {@link org.aegle.dicom.matching.AttributeMatching} decides. PS3.4 C.2.2.2.
 */
package org.aegle.dicom.matching;
