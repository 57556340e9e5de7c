/** Deciding whose the objects are that wait because their patient does not fit. */
package org.aegle.web.reconciliation;
