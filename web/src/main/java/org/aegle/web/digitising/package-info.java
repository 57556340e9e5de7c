/** Film and paper: the page on which scans, photographs and documents get their patient and study. */
package org.aegle.web.digitising;
