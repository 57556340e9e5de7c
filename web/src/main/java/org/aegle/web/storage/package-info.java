/** Where stored objects lie and how they are: the administrator's page. */
package org.aegle.web.storage;
