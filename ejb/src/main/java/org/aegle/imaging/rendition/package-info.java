/**
 * Frames in another form than the stored one: decoded, in another transfer syntax, or as pictures.
 *
 * <p>Boundary: {@link org.aegle.imaging.rendition.TranscodedFrames} and {@link
 * org.aegle.imaging.rendition.RenderedFrames}, for instances that {@link org.aegle.imaging.Retrieval} let through. Each
 * form of a frame is made once and kept in {@link org.aegle.imaging.rendition.Renditions} as long as memory allows.
 * PS3.18 8.3.5, 8.7.3, 10.4.
 */
package org.aegle.imaging.rendition;
