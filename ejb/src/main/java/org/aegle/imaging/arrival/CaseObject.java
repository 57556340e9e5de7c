package org.aegle.imaging.arrival;

/** A waiting object as it was read again to decide on it. */
record CaseObject(WaitingObject waiting, DurableInstance instance) {}
