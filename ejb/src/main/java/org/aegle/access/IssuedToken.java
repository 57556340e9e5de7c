package org.aegle.access;

/**
 * A token as it is told to its client, once (RFC 6749 5.1).
 *
 * @param expiresIn seconds
 * @param scope what it is good for, separated by spaces
 */
public record IssuedToken(String token, long expiresIn, String scope) {}
