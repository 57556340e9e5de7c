package org.aegle.imaging.arrival;

import org.aegle.storage.StoredBlob;

/** An object that waits: key of its row, who sent it, and its bytes. */
record WaitingObject(long id, String sender, StoredBlob blob) {}
