/** Finding, registering and correcting patients, and the chart. */
package org.aegle.web.patient;
