package org.aegle.imaging;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Coercion;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.json.DicomJsonWriter;

/**
 * Attributes that an object is served with instead of those it came with. The object tells of it in its Original
 * Attributes Sequence (PS3.3 C.12.1.1.9); the stored bytes never change. A correction itself never changes either: an
 * object that is fetched twice is the same twice.
 *
 * @param at when it was decided
 * @param source who sent the values that are replaced
 * @param attributes the attributes as they shall be; one without a value is emptied where it has one
 */
public record Correction(Instant at, String source, Attributes attributes) {
    /** Of an object that is served as it came. */
    public static final Correction NONE = new Correction(Instant.EPOCH, "", new Attributes());

    private static final String SYSTEM = "AEGLE";

    public boolean isNone() {
        return attributes.isEmpty();
    }

    /** Puts the attributes right; whether anything was different. */
    public boolean applyTo(Attributes dataset) {
        Attributes wanted = attributes.filtered(tag -> attributes.containsValue(tag) || dataset.containsValue(tag));
        useUnicodeFor(wanted, dataset);
        return new Coercion(at.atOffset(ZoneOffset.UTC), SYSTEM, source, Coercion.Reason.CORRECT)
                .apply(dataset, wanted);
    }

    /** A data set whose character set lacks a letter of the right name becomes UTF-8. PS3.5 6.1.2.3. */
    private static void useUnicodeFor(Attributes wanted, Attributes dataset) {
        boolean lossy = false;
        for (int tag : wanted.tags()) {
            lossy |= tag != Tag.SpecificCharacterSet && isLossy(wanted, tag, dataset);
        }
        if (lossy) {
            dataset.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192");
        }
    }

    private static boolean isLossy(Attributes wanted, int tag, Attributes dataset) {
        VR vr = wanted.getVR(tag);
        if (!vr.isCharacterSetDependent()) {
            return false;
        }
        String text = String.join("\\", wanted.getStrings(tag));
        byte[] written = dataset.specificCharacterSet().encode(text, vr);
        return !dataset.specificCharacterSet().decode(written, vr).equals(text);
    }

    /** As the database keeps it: an item like those of the Original Attributes Sequence, with the right values in it. */
    public String text() {
        Attributes item = new Attributes();
        item.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192");
        item.setString(Tag.AttributeModificationDateTime, VR.DT, at.toString());
        item.setString(Tag.SourceOfPreviousValues, VR.LO, source);
        item.newSequence(Tag.ModifiedAttributesSequence, 1).newItem().putAll(attributes);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            new DicomJsonWriter().write(item, bytes);
        } catch (IOException memoryNeverFails) {
            throw new UncheckedIOException(memoryNeverFails);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Back from {@link #text}; none from an empty one. */
    public static Correction parse(String text) {
        if (text.isEmpty()) {
            return NONE;
        }
        Attributes item = ImagingDocuments.read(text);
        return new Correction(
                Instant.parse(item.getString(Tag.AttributeModificationDateTime)),
                item.getString(Tag.SourceOfPreviousValues),
                new Attributes(item.findItem(Tag.ModifiedAttributesSequence).orElseThrow()));
    }
}
