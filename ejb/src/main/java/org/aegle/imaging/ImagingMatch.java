package org.aegle.imaging;

import java.util.List;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;

/**
 * What a search of one level found, in the form that QIDO-RS and C-FIND answer with.
 *
 * @param study Study Instance UID; empty at the patient level
 * @param series Series Instance UID; empty above the series level
 * @param instance SOP Instance UID; empty above the instance level
 * @param documents DICOM JSON of patient and study and of the series, as far as the level has them; a later one is stronger
 * @param computed attributes from columns and counts, which are stronger than those of documents
 */
public record ImagingMatch(String study, String series, String instance, List<String> documents, Attributes computed) {
    public ImagingMatch {
        documents = List.copyOf(documents);
        computed.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192");
        computed.setString(Tag.InstanceAvailability, VR.CS, "ONLINE");
    }

    /** All that is known. */
    public Attributes attributes() {
        return attributes(new Attributes());
    }

    /** @param own all attributes of the instance, from its own document */
    public Attributes attributes(Attributes own) {
        Attributes known = new Attributes();
        documents.forEach(document -> take(ImagingDocuments.read(document), known));
        take(own, known);
        take(computed, known);
        return known;
    }

    private static void take(Attributes more, Attributes known) {
        for (int tag : more.tags()) {
            known.setValue(tag, more.getVR(tag), more.getValue(tag));
        }
    }
}
