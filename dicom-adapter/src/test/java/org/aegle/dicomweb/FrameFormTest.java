package org.aegle.dicomweb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.aegle.dicom.io.TransferSyntax;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What frames are given as, by how they are stored and what is accepted. PS3.18 8.7.3. */
class FrameFormTest {
    @ParameterizedTest(name = "stored {0}, accepted {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                // Native ones.
                "1.2.840.10008.1.2 | */* | application/octet-stream 1.2.840.10008.1.2.1",
                "1.2.840.10008.1.2.2 | application/octet-stream | application/octet-stream 1.2.840.10008.1.2.1",
                "1.2.840.10008.1.2.1 | image/* | image/jpeg 1.2.840.10008.1.2.4.70",
                "1.2.840.10008.1.2.1 | image/jp2 | image/jp2 1.2.840.10008.1.2.4.90",
                "1.2.840.10008.1.2.1 | image/jpeg; transfer-syntax=1.2.840.10008.1.2.4.50 | image/jpeg 1.2.840.10008.1.2.4.50",
                "1.2.840.10008.1.2.1 | image/jphc | none",
                "1.2.840.10008.1.2.1 | image/jls; transfer-syntax=1.2.840.10008.1.2.5 | none",
                // Compressed ones.
                "1.2.840.10008.1.2.4.90 | */* | application/octet-stream 1.2.840.10008.1.2.1",
                "1.2.840.10008.1.2.4.90 | application/octet-stream; transfer-syntax=* | image/jp2 1.2.840.10008.1.2.4.90",
                "1.2.840.10008.1.2.4.90 | image/* | image/jp2 1.2.840.10008.1.2.4.90",
                "1.2.840.10008.1.2.4.50 | image/jpeg | image/jpeg 1.2.840.10008.1.2.4.50",
                "1.2.840.10008.1.2.4.50 | image/x-jls | image/jls 1.2.840.10008.1.2.4.80",
                "1.2.840.10008.1.2.4.203 | image/jphc | image/jphc 1.2.840.10008.1.2.4.203",
                "1.2.840.10008.1.2.4.203 | image/jphc; transfer-syntax=1.2.840.10008.1.2.4.201 | none",
                // What cannot be decoded.
                "1.2.840.10008.1.2.4.102 | */* | video/mp4 1.2.840.10008.1.2.4.102",
                "1.2.840.10008.1.2.4.102 | video/* | video/mp4 1.2.840.10008.1.2.4.102",
                "1.2.840.10008.1.2.4.102 | application/octet-stream | none",
                "1.2.840.10008.1.2.4.102 | image/jpeg | none"
            })
    void formShouldBeTheStoredOneWhereItIsAcceptedElseTheUsual(String stored, String accepted, String expected) {
        AcceptedType type =
                AcceptedTypes.parse(List.of(), List.of(accepted)).types().get(0);

        String form = FrameForm.find(type, TransferSyntax.find(stored).orElseThrow())
                .map(found -> found.mediaType() + " " + found.syntax().uid())
                .orElse("none");

        assertEquals(expected, form);
    }
}
