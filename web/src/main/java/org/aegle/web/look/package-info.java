/** Language, theme and time zone of a request: the account's choice, else the browser's. */
package org.aegle.web.look;
