package org.aegle.dicom.network.service;

import org.aegle.dicom.network.Transport;

/**
 * Where an application entity is to be reached.
 *
 * @param aeTitle its AE title
 * @param host name or address
 * @param port TCP port
 * @param transport TCP or TLS
 */
public record RemoteEntity(String aeTitle, String host, int port, Transport transport) {}
