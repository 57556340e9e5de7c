/**
 * DIMSE services over associations, as provider (SCP) and as user (SCU).
 *
 * <p>Boundary: {@link org.aegle.dicom.network.service.DicomServer} with the ports {@code EchoProvider},
 * {@code StoreProvider}, {@code FindProvider}, {@code MoveProvider}, {@code GetProvider} and {@code NormalizedProvider};
 * {@link org.aegle.dicom.network.service.DicomClient} and the {@link org.aegle.dicom.network.service.ServiceUser} it
 * gives. Providers say no by {@link org.aegle.dicom.network.service.DimseRefusal}. PS3.4, PS3.7 8.
 */
package org.aegle.dicom.network.service;
