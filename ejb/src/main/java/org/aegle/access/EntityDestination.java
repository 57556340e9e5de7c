package org.aegle.access;

/**
 * Where C-MOVE sends to.
 *
 * @param aeTitle the destination's AE title
 * @param host name or address
 * @param port TCP port
 */
public record EntityDestination(String aeTitle, String host, int port) {}
