/**
 * The transfer log: what was exchanged with whom, without a word about patients.
 *
 * <p>Boundaries: {@link org.aegle.imaging.transfer.TransferQueue} to write, {@link org.aegle.imaging.transfer.Transfers} to
 * read.
 */
package org.aegle.imaging.transfer;
