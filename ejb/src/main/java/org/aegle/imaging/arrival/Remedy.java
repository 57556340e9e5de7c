package org.aegle.imaging.arrival;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UuidUid;
import org.aegle.dicom.data.VR;
import org.aegle.id.PatientId;
import org.aegle.imaging.Correction;
import org.aegle.imaging.PatientAttributes;
import org.aegle.patient.PatientDemographics;
import org.apache.commons.codec.digest.DigestUtils;

/** What was decided to do with the objects of a case, so that they can be stored. */
sealed interface Remedy {
    /** What an object is served with. */
    Correction correction(DurableInstance instance, Instant at, String sender);

    /** They belong to a patient who is known. */
    record ToPatient(PatientId patient, PatientDemographics demographics) implements Remedy {
        @Override
        public Correction correction(DurableInstance instance, Instant at, String sender) {
            boolean another = instance.arrived().patient().identifiers().stream()
                    .noneMatch(told -> demographics.identifiers().stream()
                            .anyMatch(own -> own.authority().equals(told.authority())
                                    && own.value().equals(told.value())));
            return new Correction(at, sender, PatientAttributes.of(demographics, another));
        }
    }

    /** They get a series of their own beside the one whose UID they claim. */
    record NewSeries() implements Remedy {
        @Override
        public Correction correction(DurableInstance instance, Instant at, String sender) {
            ObjectIdentity identity = instance.identity();
            String known = identity.studyInstanceUid() + "/" + identity.seriesInstanceUid();
            return Remedy.renamed(at, sender, Tag.SeriesInstanceUID, known.getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** Each is kept beside the one whose UID it claims. */
    record NewInstance() implements Remedy {
        @Override
        public Correction correction(DurableInstance instance, Instant at, String sender) {
            return Remedy.renamed(
                    at, sender, Tag.SOPInstanceUID, instance.blob().sha256());
        }
    }

    /** The new UID follows from what is renamed: the same thing again gets the same one. PS3.5 B.2, RFC 9562 5.8. */
    private static Correction renamed(Instant at, String sender, int tag, byte[] of) {
        byte[] uuid = Arrays.copyOf(DigestUtils.sha256(of), 16);
        uuid[6] = (byte) (uuid[6] & 0x0F | 0x80);
        uuid[8] = (byte) (uuid[8] & 0x3F | 0x80);
        Attributes name = new Attributes();
        name.setString(tag, VR.UI, UuidUid.of(uuid));
        return new Correction(at, sender, name);
    }
}
