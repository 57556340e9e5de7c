/**
 * Proofs that what was acknowledged is there and whole, whatever happens: kills, power cuts, full disks, many senders at
 * once. {@link org.aegle.it.durability.LongRun} makes them long.
 */
package org.aegle.it.durability;
