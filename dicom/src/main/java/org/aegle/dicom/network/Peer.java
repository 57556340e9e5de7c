package org.aegle.dicom.network;

import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * Who is at the other end of a connection, as far as the transport tells. An AE title is no identity; a certificate may
 * be.
 *
 * @param address where the connection comes from or goes to
 * @param tls the connection is encrypted
 * @param certificates the peer's TLS certificate chain, its own first; empty without TLS or client certificate
 */
public record Peer(InetSocketAddress address, boolean tls, List<X509Certificate> certificates) {
    /** A peer whose chain cannot change. */
    public Peer {
        certificates = List.copyOf(certificates);
    }
}
