package org.aegle.imaging.rendition;

/**
 * What a rendition is of, and in which form.
 *
 * @param blob the stored object's bytes, which never change under this name
 * @param frame number of the frame, counted from 1
 * @param form a {@link org.aegle.dicom.io.TransferSyntax} or a {@link PictureRequest}: a value with its own equality
 */
public record RenditionKey(String blob, int frame, Record form) {}
