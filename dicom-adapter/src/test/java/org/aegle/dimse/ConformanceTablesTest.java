package org.aegle.dimse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.aegle.dicom.dictionary.ElementDictionary;
import org.aegle.dicom.dictionary.SopClasses;
import org.aegle.dicom.io.TransferSyntax;
import org.aegle.dicom.network.AssociationLimits;
import org.aegle.imaging.ImagingLevel;
import org.junit.jupiter.api.Test;

/**
 * The tables of the conformance statement are those of the code. {@code mvn -pl dicom-adapter test
 * -Dtest=ConformanceTablesTest -Dconformance.write=true} writes them anew.
 */
class ConformanceTablesTest {
    private static final Path DOCUMENT = Path.of("../docs/conformance-dicom-tables.md");

    @Test
    void documentShouldSayWhatTheCodeDoes() throws IOException {
        String tables = String.join(
                "\n",
                "# Tables of the DICOM conformance statement",
                "",
                "Generated from the tables in code, which a test compares; see ConformanceTablesTest.",
                "",
                "## Query keys (C-FIND and QIDO-RS)",
                keys(),
                "",
                "## Transfer syntaxes of objects, best first",
                syntaxes(OfferedContexts.OBJECTS),
                "",
                "## Transfer syntaxes of Verification, Query, Retrieval and Storage Commitment, best first",
                syntaxes(OfferedContexts.MESSAGES),
                "",
                "## Associations",
                limits(),
                "",
                "## Storage SOP classes",
                sopClasses(),
                "");
        if (Boolean.getBoolean("conformance.write")) {
            Files.writeString(DOCUMENT, tables);
        }
        assertEquals(tables, Files.readString(DOCUMENT));
    }

    private static String keys() {
        StringBuilder table = new StringBuilder("| level | keys that are matched |\n|---|---|");
        for (ImagingLevel level : ImagingLevel.values()) {
            String keys = level.table().parameters().keySet().stream()
                    .filter(name -> ElementDictionary.standard()
                            .findTag(name.split("\\.")[0])
                            .isPresent())
                    .sorted()
                    .collect(Collectors.joining(", "));
            table.append("\n| ").append(level).append(" | ").append(keys).append(" |");
        }
        return table.toString();
    }

    private static String syntaxes(Collection<TransferSyntax> syntaxes) {
        return syntaxes.stream()
                .map(one -> "| " + one.name() + " | " + one.uid() + " |")
                .collect(Collectors.joining("\n", "| name | UID |\n|---|---|\n", ""));
    }

    private static String limits() {
        AssociationLimits limits = AssociationLimits.DEFAULT;
        return String.join(
                "\n",
                "| limit | |",
                "|---|---|",
                "| associations at a time, on each port | " + DimseListener.MOST_ASSOCIATIONS + " |",
                "| operations under way on one, where the peer asks for more than one | "
                        + DimseListener.MOST_OPERATIONS + " |",
                "| PDU length received and sent, bytes | " + limits.receivePduLength() + ", " + limits.sendPduLength()
                        + " |",
                "| seconds of silence, unless set otherwise for an AE | "
                        + limits.idleTimeout().toSeconds() + " |",
                "| seconds for negotiation and release (ARTIM) | "
                        + limits.artimTimeout().toSeconds() + " |",
                "| seconds for a response | " + limits.responseTimeout().toSeconds() + " |");
    }

    private static String sopClasses() {
        List<String> rows = SopClasses.standard().uids().stream()
                .map(uid -> SopClasses.standard().find(uid).orElseThrow())
                .map(one -> "| " + one.name() + " | " + one.uid() + " |")
                .toList();
        return "| name | UID |\n|---|---|\n" + String.join("\n", rows);
    }
}
