package org.aegle.directory;

/** What an account may be in the hospital; CONTRACT for everybody who configures accounts. */
public enum Role {
    /** Accounts, partners, storage; no clinical data. */
    ADMINISTRATOR,
    PHYSICIAN,
    RADIOLOGIST,
    /** Acquires and uploads. */
    TECHNOLOGIST,
    /** Registers patients and reconciles. */
    CLERK,
    /** Audit, consent, break-glass review. */
    PRIVACY_OFFICER,
    /** An invited referral physician: exactly what was shared. */
    GUEST,
    /** Exactly their own record. */
    PATIENT,
    /** An API client or a calling AE; what it may do is in its scopes. */
    CLIENT;

    /** The same names for annotations, which take constants only. */
    public static final class Names {
        public static final String ADMINISTRATOR = "ADMINISTRATOR";
        public static final String PHYSICIAN = "PHYSICIAN";
        public static final String RADIOLOGIST = "RADIOLOGIST";
        public static final String TECHNOLOGIST = "TECHNOLOGIST";
        public static final String CLERK = "CLERK";
        public static final String PRIVACY_OFFICER = "PRIVACY_OFFICER";
        public static final String CLIENT = "CLIENT";

        private Names() {}
    }
}
