package org.aegle.dicom.network;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * The command set or the data set of a message, as a stream over its fragments. Bytes come straight from the connection
 * into the reader's array; 64 KiB at a time and more are best. It ends where the message does; what is not read is
 * passed over when the next part is asked for. PS3.8 Annex E.
 */
public final class MessagePart extends InputStream {
    private final MessageInput in;
    private final int contextId;
    private final boolean command;

    MessagePart(MessageInput in, int contextId, boolean command) {
        this.in = in;
        this.contextId = contextId;
        this.command = command;
    }

    /** The presentation context it was sent in. */
    public int contextId() {
        return contextId;
    }

    /** A command set, else a data set. */
    public boolean isCommand() {
        return command;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        return length == 0 ? 0 : in.read(target, offset, length);
    }
}
