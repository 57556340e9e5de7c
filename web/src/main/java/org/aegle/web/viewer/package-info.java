/**
 * The image viewer under {@code /viewer/}: OHIF's files, built by {@code src/viewer}, and how they are served. The viewer
 * reads images from {@code /dicom-web} of this server with the session's cookie; no other host is ever asked.
 */
package org.aegle.web.viewer;
