package org.aegle.imaging.rendition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.aegle.dicom.image.CompressingTranscoder;
import org.aegle.dicom.image.DecompressingTranscoder;
import org.aegle.dicom.image.UndecodablePixels;
import org.aegle.dicom.io.DicomWriter;
import org.aegle.dicom.io.FileMetaInformation;
import org.aegle.dicom.io.Transcoder;
import org.aegle.dicom.io.Transcoding;
import org.aegle.dicom.io.TransferSyntax;
import org.aegle.dicom.network.service.NativeTranscoder;
import org.aegle.imaging.ObjectBytes;
import org.aegle.imaging.RetrievableInstance;
import org.aegle.refusal.NotSupported;
import org.apache.commons.io.IOUtils;

/** Whole objects as Part 10 files, in the transfer syntax that a client takes. PS3.18 8.7.3.5. */
@ApplicationScoped
public class TranscodedObjects {
    private static final int BLOCK = 64 << 10;
    private static final Transcoder TRANSCODER =
            new CompressingTranscoder(new DecompressingTranscoder(new NativeTranscoder()));

    @Inject
    private ObjectBytes bytes;

    /** Whether objects stored in one transfer syntax can be had in another. */
    public static boolean offers(String storedUid, TransferSyntax wanted) {
        return storedUid.equals(wanted.uid())
                || TransferSyntax.find(storedUid)
                        .filter(stored -> TRANSCODER.supports(stored, wanted))
                        .isPresent();
    }

    /**
     * An object ready to be written. Refuses with {@link NotSupported} when its pixels turn out not to be decodable.
     *
     * @param wanted a transfer syntax that is {@link #offers offered} for it
     */
    public ObjectContent begin(RetrievableInstance instance, TransferSyntax wanted) throws IOException {
        TransferSyntax stored = TransferSyntax.find(instance.transferSyntaxUid())
                .orElseThrow(() -> new NotSupported(instance.transferSyntaxUid()));
        return stored.equals(wanted) ? stored(instance) : transcoded(instance, stored, wanted);
    }

    /** The same, with its bytes at hand where they are few: for an object that is written in any case. */
    public ObjectContent ready(RetrievableInstance instance, TransferSyntax wanted) throws IOException {
        ObjectContent content = begin(instance, wanted);
        if (!instance.transferSyntaxUid().equals(wanted.uid()) || !bytes.isHeld(instance)) {
            return content;
        }
        byte[] whole = bytes.whole(instance);
        return new ObjectContent(content.transferSyntaxUid(), content.length(), out -> write(whole, out));
    }

    /** An object in the transfer syntax in which it was stored. */
    public ObjectContent stored(RetrievableInstance instance) {
        long length = instance.isAsStored() ? instance.blob().length() : ObjectContent.UNKNOWN;
        return new ObjectContent(instance.transferSyntaxUid(), length, out -> {
            try (InputStream object = bytes.open(instance)) {
                IOUtils.copyLarge(object, out, new byte[BLOCK]);
            }
        });
    }

    /** In small steps: what a socket does not take at once of a large array is copied again. */
    private static void write(byte[] whole, OutputStream out) throws IOException {
        for (int at = 0; at < whole.length; at += BLOCK) {
            out.write(whole, at, Math.min(BLOCK, whole.length - at));
        }
    }

    private ObjectContent transcoded(RetrievableInstance instance, TransferSyntax stored, TransferSyntax wanted)
            throws IOException {
        try {
            Transcoding transcoding = TRANSCODER.begin(() -> bytes.dataset(instance), stored, wanted);
            FileMetaInformation meta = FileMetaInformation.of(
                    instance.sopClassUid(), instance.uid().value(), wanted);
            return new ObjectContent(wanted.uid(), ObjectContent.UNKNOWN, out -> {
                new DicomWriter().writeFileMetaInformation(meta, out);
                transcoding.writeTo(out);
            });
        } catch (UndecodablePixels e) {
            throw new NotSupported(instance.uid() + " in " + wanted.name() + " (" + e.getMessage() + ")");
        }
    }
}
