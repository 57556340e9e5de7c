/** Reading the audit trail: the privacy officer's page. */
package org.aegle.web.audit;
