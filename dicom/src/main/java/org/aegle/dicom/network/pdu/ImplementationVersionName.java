package org.aegle.dicom.network.pdu;

/**
 * Implementation Version Name. PS3.7 D.3.3.2.
 *
 * @param name 1 to 16 characters
 */
public record ImplementationVersionName(String name) implements UserInformationItem {}
