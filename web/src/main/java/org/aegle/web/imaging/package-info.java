/** Studies, series, instances and the page for uploads. */
package org.aegle.web.imaging;
