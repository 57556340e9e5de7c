package org.aegle.dicom.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.aegle.dicom.data.UID;
import org.junit.jupiter.api.Test;

class TransferSyntaxTest {
    @Test
    void compressedSyntaxesShouldBeEncapsulated() {
        for (String uid : new String[] {UID.JPEGBaseline8Bit, UID.RLELossless, UID.HTJ2K, UID.JPEGXL, UID.MPEG4HP41}) {
            TransferSyntax syntax = TransferSyntax.find(uid).orElseThrow();
            assertTrue(syntax.encapsulated() && syntax.explicitVr() && !syntax.bigEndian(), uid);
        }
        assertTrue(TransferSyntax.find(UID.HEVCMP51).orElseThrow().isVideo());
        assertFalse(TransferSyntax.find(UID.JPEG2000).orElseThrow().isVideo());
    }

    @Test
    void nativeSyntaxesShouldNotBeEncapsulated() {
        assertEquals(
                7,
                TransferSyntax.all().stream()
                        .filter(syntax -> !syntax.encapsulated() && syntax.explicitVr())
                        .count());
        assertTrue(TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN.deflated());
        assertEquals(Optional.empty(), TransferSyntax.find("1.2.3"));
    }
}
