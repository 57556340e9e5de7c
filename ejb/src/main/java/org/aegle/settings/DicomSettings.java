package org.aegle.settings;

import java.net.InetAddress;

/**
 * The door for DIMSE.
 *
 * @param bind address to listen on (AEGLE_DICOM_BIND)
 * @param port TCP port (AEGLE_DICOM_PORT)
 * @param aeTitle our AE title (AEGLE_AE_TITLE)
 */
public record DicomSettings(InetAddress bind, int port, String aeTitle) {}
