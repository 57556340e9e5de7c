package org.aegle.refusal;

/** Cannot be done now through nobody's fault but ours; trying again later helps. */
public final class Unavailable extends Refusal {
    private final String what;

    public Unavailable(String what) {
        super(what + " is not available now");
        this.what = what;
    }

    public String what() {
        return what;
    }
}
