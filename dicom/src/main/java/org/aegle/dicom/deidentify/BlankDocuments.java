package org.aegle.dicom.deidentify;

import java.nio.charset.StandardCharsets;

/** Documents without content in the formats that are encapsulated. PS3.3 A.45, C.24.2. */
final class BlankDocuments {
    private static final String PDF =
            """
            %%PDF-1.4
            1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
            2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
            3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]>> endobj
            xref
            0 4
            0000000000 65535 f\s
            %010d 00000 n\s
            %010d 00000 n\s
            %010d 00000 n\s
            trailer <</Size 4 /Root 1 0 R>>
            startxref
            %d
            %%%%EOF
            """;

    private BlankDocuments() {}

    /** A document of a MIME type; bytes of zero where we know none. */
    static byte[] of(String mimeType) {
        return switch (mimeType) {
            case "application/pdf" -> pdf();
            case "text/xml" -> "<ClinicalDocument xmlns=\"urn:hl7-org:v3\"/>".getBytes(StandardCharsets.US_ASCII);
            default -> new byte[2];
        };
    }

    private static byte[] pdf() {
        // All that has an offset lies before the first offset is told.
        String draft = PDF.replace("%%", "%");
        String text = PDF.formatted(
                draft.indexOf("1 0 obj"), draft.indexOf("2 0 obj"), draft.indexOf("3 0 obj"), draft.indexOf("xref"));
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
