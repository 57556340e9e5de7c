/** JPEG with Huffman coding: sequential, progressive and lossless. ITU-T T.81, PS3.5 8.2.1. */
package org.aegle.dicom.image.codec.jpeg;
