package org.aegle.dicom.network.pdu;

/** A sub-item of the User Information item. PS3.8 Annex D.1, PS3.7 D.3.3. */
public sealed interface UserInformationItem
        permits MaximumLength,
                ImplementationClassUid,
                ImplementationVersionName,
                AsynchronousOperationsWindow,
                RoleSelection,
                SopClassExtendedNegotiation,
                SopClassCommonExtendedNegotiation,
                UserIdentity,
                UserIdentityResponse {}
