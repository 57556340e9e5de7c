package org.aegle.dicom.network;

import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * How TLS is used. PS3.15 Annex B.
 *
 * @param protocols versions allowed, best first
 * @param cipherSuites suites allowed, best first; those that the Java runtime does not know are left out
 * @param clientCertificate what an acceptor demands of the requestor
 * @param verifiesHost a requestor demands that the acceptor's certificate names the host it called
 */
public record TlsProfile(
        List<String> protocols, List<String> cipherSuites, ClientCertificate clientCertificate, boolean verifiesHost) {
    /** Whether an acceptor asks for the requestor's certificate. */
    public enum ClientCertificate {
        /** Not asked for. */
        NONE,
        /** Asked for; the policy sees whether there is one. */
        WANTED,
        /** Without it the handshake fails. */
        NEEDED
    }

    /**
     * TLS 1.2 and 1.3 with forward secrecy and authenticated encryption only, client certificate needed, host verified.
     * BCP 195 (RFC 8996, RFC 9325), PS3.15 B.12.
     */
    public static final TlsProfile BCP_195 = new TlsProfile(
            List.of("TLSv1.3", "TLSv1.2"),
            List.of(
                    "TLS_AES_256_GCM_SHA384",
                    "TLS_AES_128_GCM_SHA256",
                    "TLS_CHACHA20_POLY1305_SHA256",
                    "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
                    "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
                    "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
                    "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
                    "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
                    "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256"),
            ClientCertificate.NEEDED,
            true);

    /** A profile whose lists cannot change. */
    public TlsProfile {
        protocols = List.copyOf(protocols);
        cipherSuites = List.copyOf(cipherSuites);
    }

    /** The same with another demand for the requestor's certificate. */
    public TlsProfile with(ClientCertificate other) {
        return new TlsProfile(protocols, cipherSuites, other, verifiesHost);
    }

    /** The same with or without verification of the host's name. */
    public TlsProfile withVerifiesHost(boolean other) {
        return new TlsProfile(protocols, cipherSuites, clientCertificate, other);
    }

    void apply(SSLSocket socket, boolean acceptor) {
        List<String> known = List.of(socket.getSupportedCipherSuites());
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setProtocols(protocols.toArray(String[]::new));
        Stream<String> suites = cipherSuites.stream().filter(known::contains);
        parameters.setCipherSuites(suites.toArray(String[]::new));
        if (acceptor) {
            parameters.setUseCipherSuitesOrder(true);
            parameters.setWantClientAuth(clientCertificate == ClientCertificate.WANTED);
            if (clientCertificate == ClientCertificate.NEEDED) {
                parameters.setNeedClientAuth(true);
            }
        } else if (verifiesHost) {
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
        }
        socket.setSSLParameters(parameters);
    }
}
