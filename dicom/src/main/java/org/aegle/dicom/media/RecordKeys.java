package org.aegle.dicom.media;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Sequence;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.dictionary.ElementDictionary;
import org.aegle.dicom.dictionary.TextTable;
import org.aegle.dicom.io.Finding;

/** Takes the keys of directory records out of objects. PS3.3 F.5. */
final class RecordKeys {
    private static final int MANDATORY = 1;
    private static final int OPTIONAL = 3;

    /** The requirement of each key by tag, for each type of record. */
    private final Map<String, Map<Integer, Integer>> keys = new HashMap<>();

    RecordKeys() {
        for (String[] row : TextTable.read(RecordKeys.class, "record-keys.txt")) {
            Map<Integer, Integer> ofType = new LinkedHashMap<>();
            for (String key : row[1].split(" ")) {
                String[] parts = key.split("=");
                ofType.put(ElementDictionary.standard().findTag(parts[0]).orElseThrow(), Integer.parseInt(parts[1]));
            }
            keys.put(row[0], ofType);
        }
    }

    /**
     * The keys for a record of a type. A value that a directory must have and the object has not is made up, and is a
     * finding.
     */
    Attributes of(String type, Attributes object, List<Finding> findings) {
        Map<Integer, Integer> wanted = keys.get(type);
        Attributes record = object.filtered(wanted::containsKey);
        if (record.findSequence(Tag.ContentSequence).isPresent()) {
            keepConceptModifiers(record);
        }
        wanted.forEach((tag, requirement) -> complete(record, tag, requirement, findings));
        return record;
    }

    private static void complete(Attributes record, int tag, int requirement, List<Finding> findings) {
        VR vr = ElementDictionary.standard().vr(tag);
        if (record.containsValue(tag)) {
            return;
        }
        if (requirement == OPTIONAL) {
            record.remove(tag);
        } else if (requirement == MANDATORY) {
            setStandIn(record, tag, vr);
            findings.add(new Finding(0, tag, "PS3.3 F.5", "the object has no value for a key; one is made up"));
        } else {
            record.setNull(tag, vr);
        }
    }

    private static void setStandIn(Attributes record, int tag, VR vr) {
        if (tag == Tag.ImageType) {
            record.setString(tag, vr, "DERIVED", "SECONDARY");
        } else if (vr == VR.SQ) {
            Attributes code = record.newSequence(tag, 1).newItem();
            code.setString(Tag.CodeValue, VR.SH, "UNKNOWN");
            code.setString(Tag.CodingSchemeDesignator, VR.SH, "99AEGLE");
            code.setString(Tag.CodeMeaning, VR.LO, "Unknown");
        } else {
            record.setString(tag, vr, standIn(tag, vr));
        }
    }

    private static String standIn(int tag, VR vr) {
        return switch (vr) {
            case DA -> "19000101";
            case TM -> "000000";
            case DT -> "19000101000000";
            case IS, UL, US -> "0";
            case CS -> tag == Tag.Modality ? "OT" : tag == Tag.VerificationFlag ? "UNVERIFIED" : "UNKNOWN";
            default -> "UNKNOWN";
        };
    }

    /** Of a document's content only what modifies its title is a key. PS3.3 F.5.19. */
    private static void keepConceptModifiers(Attributes record) {
        Sequence items = record.getSequence(Tag.ContentSequence);
        for (int i = items.size() - 1; i >= 0; i--) {
            if (!items.get(i).getString(Tag.RelationshipType).equals("HAS CONCEPT MOD")) {
                items.remove(i);
            }
        }
    }
}
