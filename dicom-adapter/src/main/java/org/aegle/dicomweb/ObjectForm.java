package org.aegle.dicomweb;

import java.util.List;
import java.util.Optional;
import org.aegle.dicom.io.TransferSyntax;
import org.aegle.imaging.RetrievableInstance;
import org.aegle.imaging.rendition.TranscodedObjects;
import org.aegle.refusal.NotSupported;

/**
 * In which form whole objects are given.
 *
 * @param container how they are packed
 * @param syntaxes transfer syntaxes that are accepted, best first, as {@link AcceptedType} tells them
 */
record ObjectForm(Container container, List<String> syntaxes) {
    static final String DICOM = "application/dicom";
    static final String ZIP = "application/zip";
    static final String OFFERED =
            "multipart/related; type=\"" + DICOM + "\", " + ZIP + " or, for a single object, " + DICOM;

    /** How objects are packed. */
    enum Container {
        /** multipart/related. */
        PARTS,
        /** One object alone. */
        SINGLE,
        /** A file set with its DICOMDIR. */
        FILE_SET
    }

    /** @param count number of objects that there are */
    static ObjectForm of(AcceptedTypes accepted, int count) {
        Container container = accepted.get(type -> container(type, count), OFFERED);
        return new ObjectForm(
                container,
                accepted.types().stream()
                        .filter(type -> type.is(DICOM) && type.multipart() == (container == Container.PARTS))
                        .map(AcceptedType::transferSyntax)
                        .toList());
    }

    private static Optional<Container> container(AcceptedType type, int count) {
        if (type.is(DICOM)) {
            return type.multipart()
                    ? Optional.of(Container.PARTS)
                    : count == 1 ? Optional.of(Container.SINGLE) : Optional.empty();
        }
        return type.type().equals(ZIP) && !type.multipart() ? Optional.of(Container.FILE_SET) : Optional.empty();
    }

    /**
     * The transfer syntax for an object. Where none is named it is Explicit VR Little Endian (PS3.18 8.7.3.5.2); an object
     * without an image, for which there is nothing to compress, comes so too. Refuses with {@link NotSupported}.
     */
    TransferSyntax syntax(RetrievableInstance instance) {
        TransferSyntax stored = TransferSyntax.find(instance.transferSyntaxUid())
                .orElseThrow(() -> new NotSupported(instance.transferSyntaxUid()));
        return syntaxes.stream()
                .map(named -> wanted(named, stored, instance.frames() > 0))
                .flatMap(Optional::stream)
                .filter(wanted -> TranscodedObjects.offers(stored.uid(), wanted))
                .findFirst()
                .orElseThrow(() -> new NotSupported("any other transfer syntax than " + stored.uid() + " for "
                        + instance.uid() + "; ask for transfer-syntax=*"));
    }

    private static Optional<TransferSyntax> wanted(String named, TransferSyntax stored, boolean image) {
        if (named.equals(AcceptedType.ANY_SYNTAX)) {
            return Optional.of(stored);
        }
        TransferSyntax plain = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
        return named.isEmpty()
                ? Optional.of(plain)
                : TransferSyntax.find(named).map(wanted -> wanted.encapsulated() && !image ? plain : wanted);
    }
}
