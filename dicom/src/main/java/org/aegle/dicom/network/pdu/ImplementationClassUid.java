package org.aegle.dicom.network.pdu;

/**
 * Implementation Class UID. PS3.7 D.3.3.2.
 *
 * @param uid identifies the software
 */
public record ImplementationClassUid(String uid) implements UserInformationItem {}
