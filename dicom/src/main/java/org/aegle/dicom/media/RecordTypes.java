package org.aegle.dicom.media;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.dictionary.SopClasses;
import org.aegle.dicom.dictionary.TextTable;

/** Which type of directory record stands for an object. PS3.3 F.4. */
final class RecordTypes {
    static final String PRIVATE = "PRIVATE";

    private static final String IMAGE = "IMAGE";
    private static final Set<String> OF_THE_ROOT =
            Set.of("HANGING PROTOCOL", "PALETTE", "IMPLANT", "IMPLANT ASSY", "IMPLANT GROUP");

    private final Map<String, String> types = new HashMap<>();

    RecordTypes() {
        for (String[] row : TextTable.read(RecordTypes.class, "record-types.txt")) {
            types.put(row[0], row[1]);
        }
    }

    /** The type for an object: by its SOP class or, where that is none of the standard, by whether it has rows. */
    String of(Attributes object) {
        String uid = object.getString(Tag.SOPClassUID);
        String type = types.get(uid);
        for (int stop = uid.lastIndexOf('.'); type == null && stop > 0; stop = uid.lastIndexOf('.', stop - 1)) {
            type = types.get(uid.substring(0, stop + 1));
        }
        if (type != null) {
            return type;
        }
        boolean image = SopClasses.standard()
                .find(uid)
                .map(sopClass -> sopClass.name().contains("Image"))
                .orElseGet(() -> object.containsValue(Tag.Rows));
        return image ? IMAGE : PRIVATE;
    }

    /** Records of the type belong to no patient. */
    static boolean isOfTheRoot(String type) {
        return OF_THE_ROOT.contains(type);
    }
}
