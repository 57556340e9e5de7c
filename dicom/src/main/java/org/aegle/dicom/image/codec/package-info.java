/**
 * Codecs of the transfer syntaxes, one for each family, in plain Java.
 *
 * <p>Boundary: {@link org.aegle.dicom.image.codec.FrameCodec} decodes, {@link
 * org.aegle.dicom.image.codec.FrameCompressor} encodes; {@link org.aegle.dicom.image.codec.FrameCodecs} finds them. The
 * bytes of a frame are hostile until proven sound: sizes are compared with the attributes before anything is allocated,
 * loops are bounded by data or by the frame, and an interrupted thread stops. PS3.5 8.2, Annex A.4 and G.
 */
package org.aegle.dicom.image.codec;
