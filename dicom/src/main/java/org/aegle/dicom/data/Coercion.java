package org.aegle.dicom.data;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A change of attributes after an object was made, which the object itself tells of: the values it had before go into
 * an item of its Original Attributes Sequence. PS3.3 C.12.1.1.9.
 *
 * @param at when the attributes are changed
 * @param modifyingSystem what changes them, "AEGLE"
 * @param source where the previous values came from, empty when it is not known
 * @param reason why
 */
public record Coercion(OffsetDateTime at, String modifyingSystem, String source, Reason reason) {
    private static final DateTimeFormatter DATE_TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss.SSSSSSxx", Locale.ROOT);

    /** Defined terms of Reason for the Attribute Modification (0400,0565). */
    public enum Reason {
        /** The values of the system that keeps the object take the place of those it came with. */
        COERCE,
        /** Wrong values are put right. */
        CORRECT
    }

    /**
     * Sets attributes of a data set and keeps what they were; those that are the same stay as they are.
     *
     * @param changes the attributes as they shall be; one without a value empties the attribute
     * @return whether anything was changed
     */
    public boolean apply(Attributes dataset, Attributes changes) {
        Attributes real = changes.filtered(tag -> !isSame(tag, dataset, changes));
        real.remove(Tag.SpecificCharacterSet);
        if (real.isEmpty()) {
            return false;
        }
        Attributes previous = dataset.filtered(real::contains);
        for (int tag : real.tags()) {
            set(tag, real, dataset);
        }
        remember(dataset, previous);
        return true;
    }

    private static boolean isSame(int tag, Attributes dataset, Attributes changes) {
        Attributes one = dataset.filtered(t -> t == tag);
        Attributes other = changes.filtered(t -> t == tag);
        one.remove(Tag.SpecificCharacterSet);
        other.remove(Tag.SpecificCharacterSet);
        return one.equals(other);
    }

    /** Text goes over as characters, which the data set writes in its own character set. */
    private static void set(int tag, Attributes from, Attributes to) {
        VR vr = from.getVR(tag);
        if (vr.isString() && from.containsValue(tag)) {
            to.setString(tag, vr, from.getStrings(tag));
        } else {
            to.setValue(tag, vr, from.getValue(tag));
        }
    }

    private void remember(Attributes dataset, Attributes previous) {
        Attributes item = dataset.findSequence(Tag.OriginalAttributesSequence)
                .orElseGet(() -> dataset.newSequence(Tag.OriginalAttributesSequence, 1))
                .newItem();
        item.setString(Tag.AttributeModificationDateTime, VR.DT, DATE_TIME.format(at));
        item.setString(Tag.ModifyingSystem, VR.LO, modifyingSystem);
        item.setString(Tag.SourceOfPreviousValues, VR.LO, source);
        item.setString(Tag.ReasonForTheAttributeModification, VR.CS, reason.name());
        item.newSequence(Tag.ModifiedAttributesSequence, 1).newItem().putAll(previous);
    }
}
