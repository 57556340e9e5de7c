/**
 * The upper layer of DICOM network communication: associations and what is negotiated for them.
 *
 * <p>Boundary: {@link org.aegle.dicom.network.AssociationRequestor}, {@link org.aegle.dicom.network.AssociationAcceptor}
 * and the {@link org.aegle.dicom.network.Association} they give; the port
 * {@link org.aegle.dicom.network.AssociationPolicy}. States are {@link org.aegle.dicom.network.UpperLayerState}, moved
 * by {@link org.aegle.dicom.network.UpperLayerTransitions}. PS3.8, PS3.15 Annex B.
 */
package org.aegle.dicom.network;
