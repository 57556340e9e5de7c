/**
 * Storage commitment: requests are kept until their result was taken, objects are read back before anything is promised.
 *
 * <p>Boundary: {@link org.aegle.imaging.commitment.StorageCommitments}. PS3.4 Annex J.
 */
package org.aegle.imaging.commitment;
