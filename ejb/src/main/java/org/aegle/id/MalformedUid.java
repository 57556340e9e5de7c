package org.aegle.id;

/** A value that is not a UID stood where one must be. */
public class MalformedUid extends IllegalArgumentException {
    private final String attribute;
    private final String value;

    public MalformedUid(String attribute, String value) {
        super(attribute + " is not a UID (PS3.5 9.1)");
        this.attribute = attribute;
        this.value = value;
    }

    /** Keyword of the attribute, such as StudyInstanceUID. */
    public String attribute() {
        return attribute;
    }

    public String value() {
        return value;
    }
}
