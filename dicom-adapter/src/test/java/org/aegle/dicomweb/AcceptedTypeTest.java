package org.aegle.dicomweb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class AcceptedTypeTest {
    @Test
    void multipartShouldTellTheTypeOfItsParts() {
        AcceptedType accepted = accept("multipart/related; type=\"application/dicom\"; transfer-syntax=*");
        assertTrue(accepted.multipart());
        assertTrue(accepted.is("application/dicom"));
        assertTrue(accepted.allows("1.2.840.10008.1.2.4.80"));
    }

    @Test
    void namedTransferSyntaxShouldAllowNoOther() {
        AcceptedType accepted = accept("application/dicom; transfer-syntax=1.2.840.10008.1.2.1");
        assertFalse(accepted.multipart());
        assertTrue(accepted.allows("1.2.840.10008.1.2.1"));
        assertFalse(accepted.allows("1.2.840.10008.1.2.4.80"));
    }

    @Test
    void wildcardsShouldCoverTheirTypes() {
        assertTrue(accept("image/*").is("image/jls"));
        assertFalse(accept("image/*").is("application/dicom"));
        assertTrue(accept("*/*").is("application/dicom"));
    }

    @Test
    void aQuotedSubtypeWithoutQuotesShouldBeReadToo() {
        assertEquals(
                "application/octet-stream",
                accept("multipart/related; type=application/octet-stream").type());
    }

    private static AcceptedType accept(String text) {
        return AcceptedTypes.parse(List.of(), List.of(text)).types().get(0);
    }
}
