package org.aegle.web.patient;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/**
 * A field that two people changed at the same time.
 *
 * @param before the value that both saw
 * @param theirs the value that is stored now
 * @param yours the value that was typed
 */
public record FieldChange(PatientField field, String before, String theirs, String yours) implements Serializable {
    /** The fields that both changed, and differently. */
    static List<FieldChange> between(PatientForm typed, PatientForm current) {
        return Stream.of(PatientField.values())
                .map(f -> new FieldChange(f, typed.before(f), current.get(f), typed.get(f)))
                .filter(FieldChange::isClash)
                .toList();
    }

    /** Message key of the field. */
    public String labelKey() {
        return "patient." + field.key();
    }

    private boolean isClash() {
        return !theirs.equals(before) && !yours.equals(before) && !yours.equals(theirs);
    }
}
