package org.aegle.storage;

import java.io.IOException;
import java.io.OutputStream;

/** An object on its way into a {@link BlobStore}. Closing it unpublished leaves nothing behind. */
public abstract class StagedBlob extends OutputStream {
    /** Makes what was written durable and visible; returns only when a power cut can no longer lose it. */
    public abstract void publish() throws IOException;
}
