/** Pictures of other sizes: areas averaged when they become smaller, cubic interpolation when they become larger. */
package org.aegle.dicom.image.scale;
