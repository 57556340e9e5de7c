package org.aegle.refusal;

/** Cannot be done now through nobody's fault but ours; trying again later helps. */
public final class Unavailable extends Refusal {
    /** Room for more objects, or the place where they lie. */
    public static final String STORAGE = "storage space";

    /** When a client may ask again: the value of Retry-After, RFC 9110 10.2.3. */
    public static final String RETRY_SECONDS = "15";

    private final String what;

    public Unavailable(String what) {
        super(what + " is not available now");
        this.what = what;
    }

    public String what() {
        return what;
    }

    /** Whether it is the store that takes no more. */
    public boolean isStorage() {
        return STORAGE.equals(what);
    }
}
