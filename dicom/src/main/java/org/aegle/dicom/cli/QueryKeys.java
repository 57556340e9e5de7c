package org.aegle.dicom.cli;

import java.util.regex.Pattern;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.dictionary.ElementDictionary;

/** Makes an identifier of the keys in the arguments. PS3.4 C.2.2. */
final class QueryKeys {
    private static final Pattern NUMBER = Pattern.compile("[0-9A-Fa-f]{4},[0-9A-Fa-f]{4}");

    private QueryKeys() {}

    static Attributes identifier(Arguments arguments, QueryModel model) {
        Attributes identifier = new Attributes();
        identifier.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192");
        if (model.hasLevels()) {
            identifier.setString(Tag.QueryRetrieveLevel, VR.CS, arguments.get("-L", "STUDY"));
        }
        arguments.all("-k").forEach(key -> add(key, identifier));
        return identifier;
    }

    private static void add(String key, Attributes identifier) {
        int equals = key.indexOf('=');
        String name = equals < 0 ? key : key.substring(0, equals);
        int tag = tag(name);
        VR vr = ElementDictionary.standard().vr(tag);
        if (equals < 0 || equals == key.length() - 1) {
            identifier.setNull(tag, vr);
            return;
        }
        try {
            identifier.setString(tag, vr, key.substring(equals + 1).split("\\\\", -1));
        } catch (IllegalArgumentException e) {
            throw new UsageException(name + " cannot have this value");
        }
    }

    private static int tag(String name) {
        if (NUMBER.matcher(name).matches()) {
            return (int) Long.parseLong(name.replace(",", ""), 16);
        }
        return ElementDictionary.standard()
                .findTag(name)
                .orElseThrow(() -> new UsageException("There is no element " + name));
    }
}
