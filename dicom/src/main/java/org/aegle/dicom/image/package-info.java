/**
 * Frames to pictures: decoding and encoding of samples and the grayscale and colour pipelines.
 *
 * <p>Boundary: {@link org.aegle.dicom.image.FrameRenderer} for a picture as a {@link
 * org.aegle.dicom.image.RenderRequest} wants it, {@link org.aegle.dicom.image.FrameDecoder} for samples, {@link
 * org.aegle.dicom.image.FrameEncoder} for codestreams, {@link org.aegle.dicom.image.DecompressingTranscoder} and {@link
 * org.aegle.dicom.image.DecodedPixels} for whole objects; a frame that cannot be shown is a {@link
 * org.aegle.dicom.image.FrameException}. Stages, joined by {@code DisplayPipeline}: modality LUT, VOI LUT or window,
 * presentation LUT (gray), or palette, or luminance and chrominance (colour); then overlays and size. PS3.3 C.7.6.3, C.9.2,
 * C.11; PS3.4 N.2; PS3.5 8, Annex A and G; PS3.18 8.3.5.
 */
package org.aegle.dicom.image;
