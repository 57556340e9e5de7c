package org.aegle.dimse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.dictionary.ElementDictionary;
import org.aegle.dicom.network.PresentationContext;
import org.aegle.dicom.network.dimse.DimseOutcome;
import org.aegle.dicom.network.dimse.DimseStatus;
import org.aegle.dicom.network.service.DimseRefusal;
import org.aegle.search.Match;
import org.aegle.search.Restriction;

/** Which instances a C-GET or C-MOVE means: those of its level's unique key. PS3.4 C.4.2.1.4, C.4.3.1.3. */
final class RetrieveIdentifier {
    private RetrieveIdentifier() {}

    /**
     * What the instances have in common. The key of the level may have several values; those of the levels above narrow,
     * where they are there. Refuses an identifier without a level or without its key.
     */
    static List<Restriction> parse(PresentationContext context, Attributes identifier) {
        QueryRetrieveLevel level = QueryRetrieveLevel.of(context, identifier);
        if (values(identifier, level.uniqueKey()).isEmpty()) {
            throw new DimseRefusal(new DimseOutcome(
                    DimseStatus.DATASET_DOES_NOT_MATCH_SOP_CLASS,
                    keyword(level.uniqueKey()) + " is missing",
                    List.of(level.uniqueKey())));
        }
        List<Restriction> restrictions = new ArrayList<>();
        for (QueryRetrieveLevel one : QueryRetrieveLevel.values()) {
            if (one.compareTo(level) <= 0) {
                add(identifier, one.uniqueKey(), restrictions);
            }
        }
        add(identifier, Tag.IssuerOfPatientID, restrictions);
        return restrictions;
    }

    private static void add(Attributes identifier, int tag, List<Restriction> restrictions) {
        List<String> values = values(identifier, tag);
        if (!values.isEmpty()) {
            restrictions.add(Restriction.where(keyword(tag), new Match.Exactly(values)));
        }
    }

    private static List<String> values(Attributes identifier, int tag) {
        return Arrays.stream(identifier.getStrings(tag))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private static String keyword(int tag) {
        return ElementDictionary.standard().findKeyword(tag).orElseThrow();
    }
}
