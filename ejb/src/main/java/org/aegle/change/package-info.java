/**
 * The change feed: which objects were stored, changed and deleted, in an order that never changes. Written in the
 * transaction of the change, read page by page. Its boundary for callers is {@code org.aegle.imaging.Changes}.
 */
package org.aegle.change;
