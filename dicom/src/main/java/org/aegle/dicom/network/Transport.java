package org.aegle.dicom.network;

import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** What carries an association: TCP, or TLS over TCP. Safe for all threads. PS3.8 9, PS3.15 Annex B. */
public abstract class Transport {
    private static final Transport PLAIN = new Transport() {
        @Override
        Socket secure(Socket tcp, String host, int port) {
            return tcp;
        }

        @Override
        Socket secure(Socket tcp) {
            return tcp;
        }
    };

    private Transport() {}

    /** TCP without protection. */
    public static Transport plain() {
        return PLAIN;
    }

    /** TLS with the keys and trust of a context. */
    public static Transport tls(SSLContext context, TlsProfile profile) {
        return new Transport() {
            @Override
            Socket secure(Socket tcp, String host, int port) throws IOException {
                SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(tcp, host, port, true);
                profile.apply(tls, false);
                tls.startHandshake();
                return tls;
            }

            @Override
            Socket secure(Socket tcp) throws IOException {
                SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(tcp, null, true);
                tls.setUseClientMode(false);
                profile.apply(tls, true);
                tls.startHandshake();
                return tls;
            }
        };
    }

    /** The requestor's side of a connected socket. */
    abstract Socket secure(Socket tcp, String host, int port) throws IOException;

    /** The acceptor's side of a connected socket. */
    abstract Socket secure(Socket tcp) throws IOException;
}
