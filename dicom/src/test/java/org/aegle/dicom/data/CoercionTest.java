package org.aegle.dicom.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** PS3.3 C.12.1.1.9. */
class CoercionTest {
    private static final Coercion COERCION = new Coercion(
            OffsetDateTime.of(2026, 11, 24, 9, 30, 0, 0, ZoneOffset.ofHours(1)),
            "AEGLE",
            "CT1",
            Coercion.Reason.COERCE);

    private final Attributes dataset = new Attributes();
    private final Attributes changes = new Attributes();

    @BeforeEach
    void fill() {
        dataset.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 100");
        dataset.setString(Tag.PatientName, VR.PN, "Müler^Eva");
        dataset.setString(Tag.PatientID, VR.LO, "4711");
        dataset.setString(Tag.PatientSex, VR.CS, "F");
        changes.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192");
        changes.setString(Tag.PatientName, VR.PN, "Müller^Eva");
        changes.setString(Tag.PatientSex, VR.CS, "F");
        changes.setString(Tag.IssuerOfPatientID, VR.LO, "HOSPITAL");
    }

    @Test
    void changedValuesShouldBeRememberedAndOthersNot() {
        assertTrue(COERCION.apply(dataset, changes));

        assertEquals("Müller^Eva", dataset.getString(Tag.PatientName));
        assertEquals("HOSPITAL", dataset.getString(Tag.IssuerOfPatientID));
        assertEquals("4711", dataset.getString(Tag.PatientID));
        Attributes item = dataset.findItem(Tag.OriginalAttributesSequence).orElseThrow();
        assertEquals("20261124093000.000000+0100", item.getString(Tag.AttributeModificationDateTime));
        assertEquals("AEGLE", item.getString(Tag.ModifyingSystem));
        assertEquals("CT1", item.getString(Tag.SourceOfPreviousValues));
        assertEquals("COERCE", item.getString(Tag.ReasonForTheAttributeModification));
        Attributes previous = item.findItem(Tag.ModifiedAttributesSequence).orElseThrow();
        assertEquals("Müler^Eva", previous.getString(Tag.PatientName));
        assertFalse(previous.contains(Tag.PatientSex));
        assertFalse(previous.contains(Tag.IssuerOfPatientID));
    }

    @Test
    void secondChangeShouldBeAnItemOfItsOwn() {
        COERCION.apply(dataset, changes);
        changes.setString(Tag.PatientID, VR.LO, "4712");
        COERCION.apply(dataset, changes);

        Sequence items = dataset.getSequence(Tag.OriginalAttributesSequence);
        assertEquals(2, items.size());
        Attributes previous =
                items.get(1).findItem(Tag.ModifiedAttributesSequence).orElseThrow();
        assertEquals("4711", previous.getString(Tag.PatientID));
        assertFalse(previous.contains(Tag.PatientName));
    }

    @Test
    void sameValuesShouldChangeNothing() {
        Attributes before = new Attributes(dataset);
        assertFalse(COERCION.apply(dataset, dataset.filtered(tag -> tag == Tag.PatientID)));
        assertEquals(before, dataset);
    }

    @Test
    void attributeWithoutValueShouldBeEmptied() {
        Attributes empty = new Attributes();
        empty.setNull(Tag.PatientID, VR.LO);
        assertTrue(COERCION.apply(dataset, empty));
        assertTrue(dataset.contains(Tag.PatientID));
        assertFalse(dataset.containsValue(Tag.PatientID));
    }
}
