package org.aegle.dicom.network;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketOption;

/**
 * Reads what a peer sends and has it acknowledged at once. Peers that write a message in pieces without TCP_NODELAY wait for
 * the acknowledgement of one piece before they send the next (Nagle), and the system delays it by some 40 ms; with one
 * small answer for each object of a retrieval that is most of its time. Does nothing more where the system cannot. For one
 * thread. RFC 1122 4.2.3.2, 4.2.3.4.
 */
final class PromptInput extends FilterInputStream {
    private static final String QUICK_ACKNOWLEDGEMENT = "TCP_QUICKACK";

    private final Socket tcp;
    private final SocketOption<Boolean> option;
    /** Nothing more was there at the last read: the peer may be waiting. */
    private boolean drained = true;

    /**
     * An input.
     *
     * @param in what is read: the TCP socket's, or TLS over it
     * @param tcp the TCP socket
     */
    PromptInput(InputStream in, Socket tcp) {
        super(in);
        this.tcp = tcp;
        this.option = option(tcp);
    }

    /** By its name, for not every JDK has it; null where there is none. */
    @SuppressWarnings("unchecked") // the option of this name has no other type
    private static SocketOption<Boolean> option(Socket tcp) {
        return (SocketOption<Boolean>) tcp.supportedOptions().stream()
                .filter(one -> one.name().equals(QUICK_ACKNOWLEDGEMENT) && one.type() == Boolean.class)
                .findFirst()
                .orElse(null);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (drained && option != null) {
            tcp.setOption(option, true); // the system forgets it, hence again and again
        }
        int count = in.read(into, offset, length);
        drained = count < length;
        return count;
    }
}
