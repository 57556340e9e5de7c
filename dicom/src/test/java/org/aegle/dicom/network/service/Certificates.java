package org.aegle.dicom.network.service;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Keys of a server and a client, each vouching for itself, made by OpenSSL when a test begins. */
final class Certificates {
    private static final char[] PASSWORD = "password".toCharArray();

    private final Path folder;

    private Certificates(Path folder) {
        this.folder = folder;
    }

    static Certificates make(Path folder, String... names) throws IOException, InterruptedException {
        Certificates certificates = new Certificates(folder);
        for (String name : names) {
            certificates.make(name);
        }
        return certificates;
    }

    private void make(String name) throws IOException, InterruptedException {
        Tool.run(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=" + name,
                "-addext",
                "subjectAltName=IP:127.0.0.1",
                "-keyout",
                key(name),
                "-out",
                certificate(name));
        Tool.run(
                "openssl",
                "pkcs12",
                "-export",
                "-inkey",
                key(name),
                "-in",
                certificate(name),
                "-name",
                name,
                "-passout",
                "pass:" + new String(PASSWORD),
                "-out",
                folder.resolve(name + ".p12").toString());
    }

    String key(String name) {
        return folder.resolve(name + ".key").toString();
    }

    String certificate(String name) {
        return folder.resolve(name + ".pem").toString();
    }

    /** A context with one's own key that trusts some others. */
    SSLContext context(String own, String... trusted) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve(own + ".p12"))) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory keyManagers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keyManagers.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keyManagers.getKeyManagers(), trust(trusted).getTrustManagers(), null);
        return context;
    }

    /** A context without key. */
    SSLContext anonymous(String... trusted) throws IOException, GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust(trusted).getTrustManagers(), null);
        return context;
    }

    private TrustManagerFactory trust(String... names) throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        for (String name : names) {
            byte[] pem = Files.readAllBytes(Path.of(certificate(name)));
            Certificate certificate =
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem));
            trusted.setCertificateEntry(name, certificate);
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        return factory;
    }
}
