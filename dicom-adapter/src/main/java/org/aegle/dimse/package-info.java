/**
 * DIMSE: the archive as provider (SCP) of Verification, Storage, Query and Retrieval. It translates between the toolkit's associations and
 * the boundaries of the domain, which decide; nothing is decided or stored here.
 *
 * <p>Boundary: {@link org.aegle.dimse.DimseListener}, which listens from start to stop. PS3.4 A, B, C; PS3.7; PS3.8.
 */
package org.aegle.dimse;
