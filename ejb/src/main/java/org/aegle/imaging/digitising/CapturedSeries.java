package org.aegle.imaging.digitising;

/**
 * What pictures of a submission have in common.
 *
 * @param modality what acquired them first, a term of PS3.3 C.7.3.1.1.1; empty for that of the kind
 * @param description Series Description, or empty
 * @param bodyPart name of a {@link BodyPart}, or empty
 * @param laterality L, R or empty
 * @param documentType name of a {@link DocumentType}, or empty
 * @param identifying somebody can be recognised by writing in them: Burned In Annotation (0028,0301)
 */
public record CapturedSeries(
        CaptureKind kind,
        String modality,
        String description,
        String bodyPart,
        String laterality,
        String documentType,
        boolean identifying) {}
