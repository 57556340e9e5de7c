package org.aegle.refusal;

/** Nothing of that name is there for this caller; whether it exists at all is not told. */
public final class NotFound extends Refusal {
    private final String type;
    private final String id;

    public NotFound(String type, String id) {
        super(type + " " + id + " is not known");
        this.type = type;
        this.id = id;
    }

    public String type() {
        return type;
    }

    public String id() {
        return id;
    }
}
