/** Signing in and out, and who is signed in. Nobody unknown gets further than the open addresses. */
package org.aegle.web.session;
