package org.aegle.refusal;

/** Well-formed, but nothing that Aegle offers. */
public final class NotSupported extends Refusal {
    private final String what;

    public NotSupported(String what) {
        super(what + " is not supported");
        this.what = what;
    }

    public String what() {
        return what;
    }
}
