package org.aegle.refusal;

/** The thing changed in the meantime, or a key that must be unique is taken. */
public final class Conflict extends Refusal {
    /** Why it clashes. */
    public enum Reason {
        /** The caller's version is not the current one. */
        STALE_VERSION,
        /** The identifier belongs to somebody else already. */
        DUPLICATE_IDENTIFIER,
        /** Somebody else has decided it by now. */
        ALREADY_DECIDED,
        /** The study is stored with another patient, and a study is one patient's. */
        STUDY_OF_ANOTHER_PATIENT,
        /** Another application entity has the AE title. */
        DUPLICATE_AE_TITLE,
        /** The peer asked for a commitment of other objects under the same Transaction UID. PS3.4 J. */
        DUPLICATE_TRANSACTION
    }

    private final Reason reason;
    private final String subject;

    public Conflict(Reason reason, String subject) {
        super(reason + ": " + subject);
        this.reason = reason;
        this.subject = subject;
    }

    public Reason reason() {
        return reason;
    }

    /** The current version, or the identifier in question. */
    public String subject() {
        return subject;
    }
}
