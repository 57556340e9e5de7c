package org.aegle.settings;

import java.net.InetAddress;
import java.util.Optional;

/**
 * The door for DIMSE.
 *
 * @param bind address to listen on (AEGLE_DICOM_BIND)
 * @param port TCP port (AEGLE_DICOM_PORT)
 * @param aeTitle our AE title (AEGLE_AE_TITLE)
 * @param tls the same over TLS; empty without a key store
 * @param transferDays days that the transfer log goes back (AEGLE_TRANSFER_LOG_DAYS)
 */
public record DicomSettings(InetAddress bind, int port, String aeTitle, Optional<DicomTls> tls, int transferDays) {}
