/**
 * Images of nobody: synthetic studies for demonstrations and tests, drawn from shapes and noise, the same bytes for the
 * same patient and study.
 *
 * <p>Boundary: {@link org.aegle.dicom.phantom.Phantom} and what implements it: {@link
 * org.aegle.dicom.phantom.SheppLoganHead}, {@link org.aegle.dicom.phantom.BrainMr}, {@link
 * org.aegle.dicom.phantom.UltrasoundCine}, {@link org.aegle.dicom.phantom.ChestRadiograph}. PS3.3 A.3, A.4, A.7, A.26.
 */
package org.aegle.dicom.phantom;
