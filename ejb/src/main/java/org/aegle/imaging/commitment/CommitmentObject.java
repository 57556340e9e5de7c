package org.aegle.imaging.commitment;

import java.util.Optional;
import org.aegle.storage.StoredBlob;

/**
 * An object of a request beside what is stored under its UID.
 *
 * @param position within the request
 * @param sopClassUid as the asker says
 * @param storedSopClassUid as it is stored; empty when it is not here
 * @param blob its bytes; empty when it is not here
 */
public record CommitmentObject(int position, String sopClassUid, String storedSopClassUid, Optional<StoredBlob> blob) {}
