package org.aegle.dicomweb;

import java.util.Optional;
import org.aegle.dicom.io.TransferSyntax;
import org.aegle.imaging.rendition.TranscodedFrames;

/**
 * In which form frames are given.
 *
 * @param mediaType of each
 * @param syntax their transfer syntax; Explicit VR Little Endian for samples that are not compressed
 * @param multipart as multipart/related
 */
record FrameForm(String mediaType, TransferSyntax syntax, boolean multipart) {
    /**
     * What frames stored in a transfer syntax are given as to a client that accepts a type: as they are stored where that
     * fits, for no frame is better for being coded anew; else transcoded where that can be. PS3.18 8.7.3.
     */
    static Optional<FrameForm> find(AcceptedType accepted, TransferSyntax stored) {
        FrameForm asStored = new FrameForm(FrameMediaTypes.of(stored), named(stored), accepted.multipart());
        String type = FrameMediaTypes.standard(accepted.type());
        boolean fits = accepted.allows(asStored.syntax().uid());
        if (type.equals(FrameMediaTypes.UNCOMPRESSED) || accepted.isAnything()) {
            return uncompressed(accepted, asStored);
        }
        if (fits && new AcceptedType(false, type, "").is(asStored.mediaType())) {
            return Optional.of(asStored);
        }
        return type.endsWith("/*")
                ? transcoded(accepted, "image/jpeg", stored).filter(form -> type.equals("image/*"))
                : transcoded(accepted, type, stored);
    }

    /** octet-stream with any transfer syntax means: as it is stored. Clients in use ask for it so. */
    private static Optional<FrameForm> uncompressed(AcceptedType accepted, FrameForm asStored) {
        TransferSyntax plain = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
        boolean stored = accepted.anySyntax()
                || accepted.transferSyntax().equals(asStored.syntax().uid());
        if (stored) {
            return Optional.of(asStored);
        }
        if (accepted.allows(plain.uid())
                && TranscodedFrames.offers(asStored.syntax().uid(), plain)) {
            return Optional.of(new FrameForm(FrameMediaTypes.UNCOMPRESSED, plain, accepted.multipart()));
        }
        return accepted.isAnything() && accepted.transferSyntax().isEmpty() ? Optional.of(asStored) : Optional.empty();
    }

    private static Optional<FrameForm> transcoded(AcceptedType accepted, String type, TransferSyntax stored) {
        boolean free = accepted.transferSyntax().isEmpty() || accepted.anySyntax();
        Optional<TransferSyntax> wanted =
                free ? FrameMediaTypes.findUsual(type) : FrameMediaTypes.find(type, accepted.transferSyntax());
        return wanted.filter(syntax -> TranscodedFrames.offers(stored.uid(), syntax))
                .map(syntax -> new FrameForm(type, syntax, accepted.multipart()));
    }

    /** Native frames have one form, whatever the rest of the object is encoded in (PS3.18 8.7.3.3.2). */
    private static TransferSyntax named(TransferSyntax stored) {
        return stored.encapsulated() ? stored : TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
    }

    /** With the transfer syntax, as a part tells it. */
    String described() {
        return mediaType + "; transfer-syntax=" + syntax.uid();
    }
}
