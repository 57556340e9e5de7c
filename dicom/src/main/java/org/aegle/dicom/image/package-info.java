/**
 * Frames to pictures: decoding and encoding of samples and the grayscale and colour pipelines.
 *
 * <p>Boundary: {@link org.aegle.dicom.image.FrameRenderer} for a picture, {@link org.aegle.dicom.image.FrameDecoder} for
 * samples, {@link org.aegle.dicom.image.FrameEncoder} for codestreams; a frame that cannot be shown is a {@link
 * org.aegle.dicom.image.FrameException}. Stages: modality LUT, VOI LUT or window, presentation. PS3.3 C.7.6.3, C.11;
 * PS3.5 8, Annex A and G.
 */
package org.aegle.dicom.image;
