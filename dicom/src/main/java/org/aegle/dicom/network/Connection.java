package org.aegle.dicom.network;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;

/** An open transport connection. One thread reads; any may write or close. */
final class Connection implements Closeable {
    private static final long PATIENCE_MILLIS = 500;

    private final Socket tcp;
    private final Socket socket;
    private final PduInput in;
    private final OutputStream out;
    private final ReentrantLock writing = new ReentrantLock();
    private volatile long writingSince;

    /**
     * A connection.
     *
     * @param tcp the TCP socket
     * @param socket the same, or TLS over it
     */
    Connection(Socket tcp, Socket socket) throws IOException {
        this.tcp = tcp;
        this.socket = socket;
        this.in = new PduInput(new PromptInput(socket.getInputStream(), tcp));
        this.out = socket.getOutputStream();
    }

    PduInput input() {
        return in;
    }

    Peer peer() {
        return new Peer((InetSocketAddress) tcp.getRemoteSocketAddress(), socket instanceof SSLSocket, certificates());
    }

    private List<X509Certificate> certificates() {
        if (!(socket instanceof SSLSocket tls)) {
            return List.of();
        }
        try {
            Certificate[] chain = tls.getSession().getPeerCertificates();
            return Arrays.stream(chain).map(X509Certificate.class::cast).toList();
        } catch (SSLPeerUnverifiedException e) {
            return List.of(); // the peer has shown none, which only the policy can judge
        }
    }

    void write(byte[] bytes, int offset, int length) throws IOException {
        writing.lock();
        try {
            writeLocked(bytes, offset, length);
        } finally {
            writing.unlock();
        }
    }

    private void writeLocked(byte[] bytes, int offset, int length) throws IOException {
        long start = System.nanoTime();
        writingSince = start == 0 ? 1 : start;
        try {
            out.write(bytes, offset, length);
        } finally {
            writingSince = 0;
        }
    }

    /** Writes a last PDU unless a peer that does not read keeps another writer from ending. */
    boolean tryWrite(byte[] pdu) throws IOException {
        try {
            if (!writing.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                return false;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        try {
            writeLocked(pdu, 0, pdu.length);
            return true;
        } finally {
            writing.unlock();
        }
    }

    /** Nanoseconds that a writer has been waiting for the peer to take what it writes; 0 when none does. */
    long writing() {
        long since = writingSince;
        return since == 0 ? 0 : System.nanoTime() - since;
    }

    /** Ends TLS in order where nobody is stuck in writing; a stuck writer is freed by closing what lies below. */
    @Override
    public void close() {
        boolean orderly = writing.tryLock();
        try {
            (orderly ? socket : tcp).close();
        } catch (IOException e) {
            closeTcp();
        } finally {
            if (orderly) {
                writing.unlock();
            }
        }
    }

    private void closeTcp() {
        try {
            tcp.close();
        } catch (IOException e) {
            // closed is all that it should be
        }
    }
}
