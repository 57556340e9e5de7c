package org.aegle.dicomweb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.aegle.imaging.arrival.ObjectIdentity;
import org.aegle.imaging.arrival.RefusalReason;
import org.aegle.imaging.arrival.StoreOutcome;
import org.junit.jupiter.api.Test;

class StoreResponseTest {
    private static final ObjectIdentity OBJECT = new ObjectIdentity("1.2", "1.3", "1.4", "1.5", "", "");

    private final StoreResponse response = new StoreResponse("http://localhost/dicom-web");

    @Test
    void statusShouldTellAllSomeOrNone() {
        response.add(new StoreOutcome.Stored(OBJECT));
        response.add(new StoreOutcome.AlreadyStored(OBJECT));
        assertEquals(200, response.status());
        response.add(new StoreOutcome.Refused(ObjectIdentity.UNKNOWN, RefusalReason.TRUNCATED, "byte 9"));
        assertEquals(202, response.status());
        StoreResponse nothing = new StoreResponse("");
        nothing.add(new StoreOutcome.SetAside(OBJECT, RefusalReason.CONTENT_DIFFERS, false));
        assertEquals(409, nothing.status());
    }

    @Test
    void failureShouldNameItsObjectAndReason() throws IOException {
        response.add(new StoreOutcome.SetAside(OBJECT, RefusalReason.CONTENT_DIFFERS, false));
        String json = response.json();
        assertTrue(json.contains("\"00081198\""), json);
        assertTrue(json.contains("\"00081197\":{\"vr\":\"US\",\"Value\":[273]}"), json);
        assertTrue(json.contains("1.3"), json);
    }

    @Test
    void objectThatWaitsShouldBeStoredWithAWarningAndNoAddress() throws IOException {
        response.add(new StoreOutcome.SetAside(OBJECT, RefusalReason.PATIENT_DIFFERS, false));
        assertEquals(202, response.status());
        String json = response.json();
        assertTrue(json.contains("\"00081199\""), json);
        assertTrue(json.contains("\"00081196\":{\"vr\":\"US\",\"Value\":[45056]}"), json);
        assertFalse(json.contains("\"00081190\""), json);
    }
}
