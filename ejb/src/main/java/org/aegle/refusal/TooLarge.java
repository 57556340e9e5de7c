package org.aegle.refusal;

/** More than a configured limit allows. */
public final class TooLarge extends Refusal {
    private final String limit;
    private final long allowed;

    public TooLarge(String limit, long allowed) {
        super("over the limit of " + allowed + " for " + limit);
        this.limit = limit;
        this.allowed = allowed;
    }

    public String limit() {
        return limit;
    }

    public long allowed() {
        return allowed;
    }
}
