package org.aegle.dicom.deidentify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.dictionary.ElementDictionary;

/** Cleans values that are no sequences, for one object. PS3.15 table E.1-1a, E.3.5, E.3.6. */
final class LeafValues {
    private static final Pattern ZONE = Pattern.compile("[+-]\\d{4}");

    private final DeidentificationProfile profile;
    private final UidMapping uids;
    private final PatientPseudonym pseudonyms;
    private final DateShift shift;

    LeafValues(DeidentificationProfile profile, ProjectKey key, DateShift shift) {
        this.profile = profile;
        this.uids = new UidMapping(key);
        this.pseudonyms = new PatientPseudonym(key);
        this.shift = shift;
    }

    /** Empties an element. The patient's name becomes the pseudonym, which Z allows. */
    void empty(Attributes set, int tag, Attributes out) {
        String pseudonym = tag == Tag.PatientName ? pseudonyms.of(set.getString(Tag.PatientID)) : "";
        if (pseudonym.isEmpty() || !set.containsValue(tag)) {
            out.setNull(tag, set.getVR(tag));
        } else {
            out.setString(tag, VR.PN, pseudonym);
        }
    }

    /** Puts a dummy in an element's place. */
    void dummy(Attributes set, int tag, Attributes out) {
        VR vr = set.getVR(tag);
        if (!set.containsValue(tag)) {
            out.setNull(tag, vr);
        } else if (vr == VR.UI) {
            remap(set, tag, out);
        } else if (tag == Tag.PatientID) {
            out.setString(tag, VR.LO, pseudonyms.of(set.getString(tag, DummyValues.TEXT)));
        } else if (tag == Tag.EncapsulatedDocument) {
            out.setBytes(tag, VR.OB, BlankDocuments.of(set.getString(Tag.MIMETypeOfEncapsulatedDocument)));
        } else {
            DummyValues.set(out, tag, vr);
        }
    }

    /** Maps the identifiers of an element. */
    void remap(Attributes set, int tag, Attributes out) {
        String[] values = set.getStrings(tag);
        for (int i = 0; i < values.length; i++) {
            values[i] = uids.map(values[i]);
        }
        if (values.length == 0) {
            out.setNull(tag, VR.UI);
        } else {
            out.setString(tag, VR.UI, values);
        }
    }

    /** Keeps a value as it is; not what stands for a date and is none. */
    boolean keep(Attributes set, int tag, Attributes out) {
        VR vr = ElementDictionary.standard().vr(tag);
        if (isTemporal(tag, vr) && dates(set, tag, vr, DateShift.none()).isEmpty()) {
            return false;
        }
        out.setValue(tag, set.getVR(tag), set.getValue(tag));
        return true;
    }

    /** Cleans a value; false when nothing of it may stay. */
    boolean clean(Attributes set, int tag, Attributes out) {
        if (!set.containsValue(tag)) {
            out.setNull(tag, set.getVR(tag));
            return true;
        }
        VR vr = ElementDictionary.standard().vr(tag);
        Optional<String[]> values = isTemporal(tag, vr) ? dates(set, tag, vr, shift) : texts(set, tag);
        VR told = set.getVR(tag);
        values.ifPresent(strings -> out.setString(tag, told.isString() ? told : vr, strings));
        return values.isPresent();
    }

    private static boolean isTemporal(int tag, VR vr) {
        return vr == VR.DA || vr == VR.DT || vr == VR.TM || tag == Tag.TimezoneOffsetFromUTC;
    }

    /** The shifted dates; empty when one value is none, or when there is something that is no text. */
    private static Optional<String[]> dates(Attributes set, int tag, VR vr, DateShift shift) {
        List<String> dates = new ArrayList<>();
        String[] values = set.getStrings(tag);
        if (values.length == 0 && set.containsValue(tag)) {
            return Optional.empty();
        }
        for (String value : values) {
            boolean zone = tag == Tag.TimezoneOffsetFromUTC;
            Optional<String> date =
                    zone ? Optional.of(value).filter(v -> ZONE.matcher(v).matches()) : shift.shift(value, vr);
            if (date.isEmpty() && !value.isEmpty()) {
                return Optional.empty();
            }
            dates.add(date.orElse(""));
        }
        return Optional.of(dates.toArray(String[]::new));
    }

    private Optional<String[]> texts(Attributes set, int tag) {
        if (!set.getVR(tag).isString()) {
            return Optional.empty();
        }
        String[] texts = set.getStrings(tag);
        boolean any = false;
        for (int i = 0; i < texts.length; i++) {
            texts[i] = profile.textCleaner().clean(tag, texts[i]).strip();
            any |= !texts[i].isEmpty();
        }
        return any ? Optional.of(texts) : Optional.empty();
    }
}
