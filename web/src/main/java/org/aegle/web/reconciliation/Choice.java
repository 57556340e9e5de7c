package org.aegle.web.reconciliation;

/** What can be decided on objects that wait. */
public enum Choice {
    /** They belong to the patient who is known in their place. */
    KNOWN,
    /** They belong to another patient, who is looked for. */
    OTHER,
    /** They belong to somebody who is to be registered. */
    NEW,
    /** They are kept beside what is stored, with UIDs of their own. */
    BESIDE,
    /** They are not taken. */
    REJECT
}
