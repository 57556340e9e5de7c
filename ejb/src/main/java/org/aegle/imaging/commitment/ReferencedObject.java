package org.aegle.imaging.commitment;

/**
 * An object that somebody wants to be safe. PS3.3 C.14, Referenced SOP Sequence.
 *
 * @param sopClassUid its SOP class, as the asker knows it
 * @param sopInstanceUid its SOP instance
 */
public record ReferencedObject(String sopClassUid, String sopInstanceUid) {}
