/**
 * The messages of DIMSE, one record per message, their command sets and statuses.
 *
 * <p>Boundary: {@link org.aegle.dicom.network.dimse.DimseMessage} and its records,
 * {@link org.aegle.dicom.network.dimse.CommandSet}, {@link org.aegle.dicom.network.dimse.DimseStatus}. PS3.7 9, 10,
 * Annex C and E.
 */
package org.aegle.dicom.network.dimse;
