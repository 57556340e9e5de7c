/** The token endpoint for API clients: RFC 6749 2.3.1, 3.2, 4.4 and 5. */
package org.aegle.web.oauth;
