package org.aegle.dicom.network.service;

import java.net.InetSocketAddress;
import org.aegle.dicom.network.Transport;

/**
 * Where and how a server listens.
 *
 * @param address address and port; port 0 for any free one
 * @param transport TCP or TLS
 * @param mostAssociations at a time; more are rejected for now
 * @param mostOperations that a peer may have under way on an association when it asks for more than one; 0 for any number
 */
public record ServerSettings(
        InetSocketAddress address, Transport transport, int mostAssociations, int mostOperations) {}
