package org.aegle.dicom.deidentify;

import java.util.Locale;
import java.util.Set;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;

/** Code sequence items: those of public terminologies say the same to everybody. PS3.3 8, PS3.16 8. */
final class CodedEntries {
    private static final Set<String> PUBLIC_SCHEMES = Set.of(
            "ACR",
            "BARI",
            "BI",
            "CD8",
            "DC",
            "DCM",
            "DOCD",
            "FMA",
            "I10",
            "I10C",
            "I10P",
            "I11",
            "I9C",
            "ICD-O-3",
            "ICDO3",
            "IBSI",
            "ISO3166_1",
            "ISO5218_1",
            "ISO639_1",
            "ISO639_2",
            "ISO_OID",
            "LN",
            "MAYOASRG",
            "MDC",
            "NCIT",
            "NDC",
            "NEU",
            "NICIP",
            "PATHLEX",
            "POS",
            "RADELEMENT",
            "RADLEX",
            "RXNORM",
            "SCT",
            "SNM3",
            "SRT",
            "UBERON",
            "UCUM",
            "UMLS",
            "UPC");
    private static final String PRIVATE_SCHEME = "99AEGLE";

    private CodedEntries() {}

    /** The item is a coded entry. */
    static boolean isCode(Attributes item) {
        return item.contains(Tag.CodeMeaning) || item.contains(Tag.CodingSchemeDesignator);
    }

    /** The entry is one of a terminology that is published; a private or local one may hold anything. */
    static boolean isPublic(Attributes code) {
        return PUBLIC_SCHEMES.contains(
                code.getString(Tag.CodingSchemeDesignator).toUpperCase(Locale.ROOT));
    }

    /** An entry that tells nothing. */
    static Attributes dummy() {
        return code(DummyValues.TEXT, PRIVATE_SCHEME, "Removed");
    }

    /** An entry. */
    static Attributes code(String value, String scheme, String meaning) {
        Attributes code = new Attributes();
        code.setString(Tag.CodeValue, VR.SH, value);
        code.setString(Tag.CodingSchemeDesignator, VR.SH, scheme);
        code.setString(Tag.CodeMeaning, VR.LO, meaning);
        return code;
    }
}
