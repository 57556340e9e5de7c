/** Resumable uploads by tus 1.0.0 on the boundary org.aegle.imaging.arrival.Uploads. */
package org.aegle.web.upload;
