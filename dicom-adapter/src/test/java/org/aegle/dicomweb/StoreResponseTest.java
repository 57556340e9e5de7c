package org.aegle.dicomweb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.json.DicomJsonReader;
import org.aegle.dicom.json.NativeModelReader;
import org.aegle.imaging.arrival.ObjectIdentity;
import org.aegle.imaging.arrival.RefusalReason;
import org.aegle.imaging.arrival.StoreOutcome;
import org.aegle.imaging.arrival.StoreWarning;
import org.junit.jupiter.api.Test;

class StoreResponseTest {
    private static final ObjectIdentity OBJECT = new ObjectIdentity("1.2", "1.3", "1.4", "1.5", "", "");

    private final StoreResponse response = new StoreResponse("http://localhost/dicom-web");

    @Test
    void statusShouldTellAllSomeOrNone() {
        response.add(new StoreOutcome.Stored(OBJECT));
        response.add(new StoreOutcome.AlreadyStored(OBJECT));
        assertEquals(200, response.status());
        response.add(new StoreOutcome.Stored(OBJECT, Set.of(StoreWarning.COERCED, StoreWarning.DISCARDED)));
        assertEquals(202, response.status());
        response.add(new StoreOutcome.Refused(ObjectIdentity.UNKNOWN, RefusalReason.TRUNCATED, "byte 9"));
        assertEquals(202, response.status());
        StoreResponse nothing = new StoreResponse("");
        nothing.add(new StoreOutcome.SetAside(OBJECT, RefusalReason.CONTENT_DIFFERS, false));
        assertEquals(409, nothing.status());
    }

    @Test
    void failureShouldNameItsObjectAndReason() throws IOException {
        response.add(new StoreOutcome.SetAside(OBJECT, RefusalReason.CONTENT_DIFFERS, false));
        String json = json();
        assertTrue(json.contains("\"00081198\""), json);
        assertTrue(json.contains("\"00081197\":{\"vr\":\"US\",\"Value\":[273]}"), json);
        assertTrue(json.contains("1.3"), json);
    }

    @Test
    void warningShouldStandBesideTheStoredObject() throws IOException {
        response.add(new StoreOutcome.Stored(OBJECT, Set.of(StoreWarning.HEADER_DIFFERS)));
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        response.writeJson(json);
        Attributes module = new DicomJsonReader()
                .read(new ByteArrayInputStream(json.toByteArray()))
                .get(0);
        Attributes item = module.getSequence(Tag.ReferencedSOPSequence).get(0);
        assertEquals(0xB007, item.getInt(Tag.WarningReason, 0));
        assertEquals("http://localhost/dicom-web/studies/1.5", module.getString(Tag.RetrieveURL));
    }

    @Test
    void xmlShouldTellTheSameAsJson() throws IOException {
        response.add(new StoreOutcome.Stored(OBJECT));
        response.add(new StoreOutcome.Refused(OBJECT, RefusalReason.BULK_DATA_DIFFERS, "a\\b"));
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        ByteArrayOutputStream xml = new ByteArrayOutputStream();
        response.writeJson(json);
        response.writeXml(xml);
        assertEquals(
                new DicomJsonReader()
                        .read(new ByteArrayInputStream(json.toByteArray()))
                        .get(0),
                new NativeModelReader().read(new ByteArrayInputStream(xml.toByteArray())));
    }

    @Test
    void objectThatWaitsShouldBeStoredWithAWarningAndNoAddress() throws IOException {
        response.add(new StoreOutcome.SetAside(OBJECT, RefusalReason.PATIENT_DIFFERS, false));
        assertEquals(202, response.status());
        String json = json();
        assertTrue(json.contains("\"00081199\""), json);
        assertTrue(json.contains("\"00081196\":{\"vr\":\"US\",\"Value\":[45056]}"), json);
        assertFalse(json.contains("\"00081190\""), json);
    }

    private String json() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        response.writeJson(out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
