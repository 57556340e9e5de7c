package org.aegle.dicom.network.pdu;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * User Identity of a request. PS3.7 D.3.3.7.1. Its text form shows no field.
 *
 * @param type 1 user name, 2 user name and passcode, 3 Kerberos, 4 SAML, 5 JSON Web Token
 * @param positiveResponseRequested the requestor wants an answer in the acceptance
 * @param primaryField user name, ticket, assertion or token, not copied
 * @param secondaryField passcode of type 2, else no bytes, not copied
 */
public record UserIdentity(int type, boolean positiveResponseRequested, byte[] primaryField, byte[] secondaryField)
        implements UserInformationItem {
    /** A user name. */
    public static final int USERNAME = 1;

    /** A user name and a passcode. */
    public static final int USERNAME_AND_PASSCODE = 2;

    /** A Kerberos service ticket. */
    public static final int KERBEROS = 3;

    /** A SAML assertion. */
    public static final int SAML = 4;

    /** A JSON Web Token. */
    public static final int JSON_WEB_TOKEN = 5;

    /** A user name and a passcode in UTF-8. */
    public static UserIdentity ofPasscode(String username, String passcode, boolean positiveResponseRequested) {
        return new UserIdentity(
                USERNAME_AND_PASSCODE,
                positiveResponseRequested,
                username.getBytes(StandardCharsets.UTF_8),
                passcode.getBytes(StandardCharsets.UTF_8));
    }

    /** The primary field as text in UTF-8. */
    public String primaryText() {
        return new String(primaryField, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UserIdentity item
                && item.type == type
                && item.positiveResponseRequested == positiveResponseRequested
                && Arrays.equals(item.primaryField, primaryField)
                && Arrays.equals(item.secondaryField, secondaryField);
    }

    @Override
    public int hashCode() {
        return 31 * type + Arrays.hashCode(primaryField);
    }

    @Override
    public String toString() {
        return "UserIdentity[type=" + type + "]";
    }
}
