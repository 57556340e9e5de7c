package org.aegle.refusal;

/** The caller's roles or scopes do not allow the activity as such, whatever it would touch. */
public final class NotPermitted extends Refusal {
    private final String activity;

    public NotPermitted(String activity) {
        super("not permitted: " + activity);
        this.activity = activity;
    }

    public String activity() {
        return activity;
    }
}
