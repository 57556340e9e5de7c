/**
 * JPEG 2000 and High-Throughput JPEG 2000: one frame of packets, transforms and marker segments, two ways to code a
 * block. ITU-T T.800, T.814, PS3.5 8.2.4, 8.2.14.
 */
package org.aegle.dicom.image.codec.jpeg2000;
