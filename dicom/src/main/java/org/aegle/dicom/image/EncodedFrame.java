package org.aegle.dicom.image;

/**
 * A frame as a transfer syntax encodes it.
 *
 * @param bytes the codestream, of even length; not to be changed
 * @param photometric Photometric Interpretation that the object has to tell, "YBR_RCT"
 * @param lossy samples were changed, which the object has to tell too. PS3.3 C.7.6.1.1.5
 */
public record EncodedFrame(byte[] bytes, String photometric, boolean lossy) {}
