package org.aegle.dicom.image;

import java.awt.image.BufferedImage;

/**
 * A frame as a picture.
 *
 * @param picture gray of 8 or 16 bits, or red, green and blue of 8
 * @param iccProfile the ICC profile of the image, for colours; empty where it has none or none was asked for. Not to be
 *     changed. PS3.3 C.11.15
 */
public record RenderedFrame(BufferedImage picture, byte[] iccProfile) {}
