package org.aegle.settings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Makes a TLS context of the files that the settings name. */
public final class TlsContext {
    private TlsContext() {}

    /** Our key, and the trust that was configured, else that of the Java runtime; says which file is at fault. */
    public static SSLContext of(DicomTls tls) {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            char[] password = tls.password().toCharArray();
            keys.init(keyStore(tls.keyStore(), password), password);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(tls.trusted().isPresent() ? trusted(tls.trusted().get()) : null);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("TLS for DICOM cannot be used: " + e.getMessage(), e);
        }
    }

    private static KeyStore keyStore(Path file, char[] password) throws GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            return store;
        } catch (IOException e) {
            throw new IllegalStateException(
                    "AEGLE_DICOM_TLS_KEYSTORE names " + file + ", which cannot be read, or its password is wrong", e);
        }
    }

    private static KeyStore trusted(Path file) throws GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("trusted-" + store.size(), certificate);
            }
            if (store.size() == 0) {
                throw new IllegalStateException("AEGLE_DICOM_TLS_TRUSTED names " + file + ", which has no certificate");
            }
            return store;
        } catch (IOException | CertificateException e) {
            throw new IllegalStateException(
                    "AEGLE_DICOM_TLS_TRUSTED names " + file + ", which cannot be read as PEM", e);
        }
    }
}
