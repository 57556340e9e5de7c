package org.aegle.imaging.arrival;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import org.aegle.patient.PatientDemographics;

/**
 * All that the index needs of an object: identity, what is searched by, and the documents that answers are made of.
 *
 * @param patient demographics as the object tells them; the identifiers may be none
 * @param study attributes of patient and study
 * @param series attributes of the series
 * @param instance attributes of the instance itself
 * @param warnings what is to be told of it when it is stored
 */
record ArrivedInstance(
        ObjectIdentity identity,
        PatientDemographics patient,
        StudyAttributes study,
        SeriesAttributes series,
        InstanceAttributes instance,
        Set<StoreWarning> warnings) {

    /** The same with an issuer for a Patient ID that came without one. */
    ArrivedInstance issuedBy(String authority) {
        return new ArrivedInstance(identity, patient.issuedBy(authority), study, series, instance, warnings);
    }

    /** @param document makes the DICOM JSON, which only the first instance needs */
    record StudyAttributes(
            Optional<LocalDate> date,
            String time,
            String accessionNumber,
            String description,
            String referringPhysician,
            String studyId,
            List<Procedure> procedures,
            Supplier<String> document) {}

    /** Of the Procedure Code Sequence (0008,1032). */
    record Procedure(String codeValue, String codingScheme) {}

    /** @param document makes the DICOM JSON, which only the first instance needs */
    record SeriesAttributes(
            String modality,
            OptionalInt number,
            String description,
            String bodyPart,
            Optional<LocalDate> performedDate,
            String performedTime,
            List<Request> requests,
            Supplier<String> document) {}

    /** Of the Request Attributes Sequence (0040,0275). */
    record Request(String scheduledProcedureStepId, String requestedProcedureId) {}

    /**
     * @param document DICOM JSON of the whole data set, gzip
     * @param frameIndex binary form of the frame index, empty for none
     */
    record InstanceAttributes(
            String transferSyntaxUid,
            OptionalInt number,
            int rows,
            int columns,
            int bitsAllocated,
            int frames,
            byte[] document,
            byte[] frameIndex) {}
}
