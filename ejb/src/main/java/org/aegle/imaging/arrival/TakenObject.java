package org.aegle.imaging.arrival;

import java.io.IOException;

/** An object that was read to its end and waits to be made durable and findable. */
@FunctionalInterface
interface TakenObject {
    /** To be called once; on any failure nothing of the object is kept. */
    StoreOutcome complete() throws IOException;
}
