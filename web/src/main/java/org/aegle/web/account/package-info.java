/** What people may change about their own account. */
package org.aegle.web.account;
