package org.aegle.dicom.network.pdu;

/**
 * SCP/SCU Role Selection for one SOP class. PS3.7 D.3.3.4.
 *
 * @param sopClassUid SOP class
 * @param scu the requestor may be SCU
 * @param scp the requestor may be SCP
 */
public record RoleSelection(String sopClassUid, boolean scu, boolean scp) implements UserInformationItem {}
