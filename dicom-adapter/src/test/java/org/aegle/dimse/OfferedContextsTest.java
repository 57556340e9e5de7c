package org.aegle.dimse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.aegle.dicom.io.TransferSyntax;
import org.junit.jupiter.api.Test;

class OfferedContextsTest {
    @Test
    void nativeSyntaxesShouldComeBeforeLosslessBeforeLossyOnes() {
        List<TransferSyntax> all = OfferedContexts.OBJECTS;

        assertEquals(OfferedContexts.MESSAGES, all.subList(0, OfferedContexts.MESSAGES.size()));
        int jpegLs = all.indexOf(TransferSyntax.find("1.2.840.10008.1.2.4.80").orElseThrow());
        int baseline = all.indexOf(TransferSyntax.find("1.2.840.10008.1.2.4.50").orElseThrow());
        assertEquals(true, jpegLs < baseline);
        assertEquals(TransferSyntax.all().size(), all.size());
    }
}
