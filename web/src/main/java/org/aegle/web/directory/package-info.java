/** Administering application entities, and reading what was exchanged with them. */
package org.aegle.web.directory;
