/** Words and values in the person's language and time zone. */
package org.aegle.web.format;
