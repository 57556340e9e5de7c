package org.aegle.dicomweb;

import java.util.Optional;

/** In which form metadata is given. PS3.18 8.7.3.2. */
enum MetadataForm {
    /** One array of all instances. */
    JSON,
    /** A part with a document for each instance. */
    XML_PARTS,
    /** A document alone, of one instance. */
    XML_DOCUMENT;

    static final String XML = "application/dicom+xml";
    static final String OFFERED = "application/dicom+json or multipart/related; type=\"" + XML + "\"";

    /** JSON, the usual one, where nothing else is preferred. */
    static Optional<MetadataForm> find(AcceptedType accepted) {
        if (accepted.isAnything()
                || !accepted.multipart()
                        && (accepted.is("application/dicom+json") || accepted.is("application/json"))) {
            return Optional.of(JSON);
        }
        if (accepted.is(XML)) {
            return Optional.of(accepted.multipart() ? XML_PARTS : XML_DOCUMENT);
        }
        return Optional.empty();
    }
}
