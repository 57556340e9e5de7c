/** JPEG-LS, lossless and near-lossless. ITU-T T.87, PS3.5 8.2.3. */
package org.aegle.dicom.image.codec.jpegls;
