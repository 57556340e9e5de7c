/** Pictures to the files that browsers and other programs show: PNG and JPEG, with the ICC profile of the image. */
package org.aegle.dicom.image.output;
