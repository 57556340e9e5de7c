package org.aegle.settings;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The door for DIMSE over TLS, and the keys of what calls out by TLS.
 *
 * @param port TCP port (AEGLE_DICOM_TLS_PORT)
 * @param keyStore PKCS #12 file with our key and certificate chain (AEGLE_DICOM_TLS_KEYSTORE, else AEGLE_TLS_KEYSTORE)
 * @param password its password (AEGLE_DICOM_TLS_KEYSTORE_PASSWORD, else AEGLE_TLS_KEYSTORE_PASSWORD)
 * @param trusted PEM file of the certificates that peers' certificates must lead to (AEGLE_DICOM_TLS_TRUSTED); without
 *     it nobody is asked for a certificate
 */
public record DicomTls(int port, Path keyStore, String password, Optional<Path> trusted) {
    @Override
    public String toString() {
        return "DicomTls[port=" + port + ", keyStore=" + keyStore + ", trusted=" + trusted + "]";
    }
}
