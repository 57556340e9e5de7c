/** Where people arrive, by role. */
package org.aegle.web.home;
