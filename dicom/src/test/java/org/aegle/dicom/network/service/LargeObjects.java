package org.aegle.dicom.network.service;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.BulkData;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.image.DecompressingTranscoder;
import org.aegle.dicom.image.Frame;
import org.aegle.dicom.image.FrameEncoder;
import org.aegle.dicom.image.PixelFormat;
import org.aegle.dicom.io.ByteRange;
import org.aegle.dicom.io.DicomObject;
import org.aegle.dicom.io.DicomReader;
import org.aegle.dicom.io.DicomWriter;
import org.aegle.dicom.io.FrameIndex;
import org.aegle.dicom.io.SequenceLength;
import org.aegle.dicom.io.TransferSyntax;
import org.aegle.dicom.network.dimse.DimseOutcome;

/**
 * A program for a small heap, started by {@link ConstantMemoryTest}: stores objects over loopback that are many times
 * longer than its memory. It ends with an exception unless they arrive whole.
 */
final class LargeObjects {
    private static final TransferSyntax EXPLICIT = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
    private static final TransferSyntax RLE =
            TransferSyntax.find(UID.RLELossless).orElseThrow();
    private static final TransferSyntax JPEG_2000 =
            TransferSyntax.find(UID.JPEG2000Lossless).orElseThrow();

    private LargeObjects() {}

    public static void main(String[] arguments) throws Exception {
        System.out.println(passed(1100, 4 << 20) + " bytes passed");
        System.out.println(decompressed(1000) + " bytes of pixels decompressed");
    }

    private static Attributes image(int frames) {
        Attributes image = Instances.ct(1);
        image.remove(Tag.PixelData);
        image.setInt(Tag.NumberOfFrames, VR.IS, frames);
        return image;
    }

    /** What a provider found in the object that it was given. */
    private record Received(DicomObject object, long checksum) {}

    private static Received send(GeneratedObject source, TransferSyntax from, TransferSyntax to) throws IOException {
        AtomicReference<Received> received = new AtomicReference<>();
        StoreProvider provider = operation -> {
            CheckedInputStream in = new CheckedInputStream(operation.dataset(), new CRC32());
            DicomObject object = new DicomReader().readDataset(in, operation.transferSyntax());
            received.set(new Received(object, in.getChecksum().getValue()));
            return DimseOutcome.SUCCESS;
        };
        OutgoingInstance instance = new OutgoingInstance(UID.CTImageStorage, "2.25.100.1.1", from, source);
        try (Loopback loopback = new Loopback(Loopback.LIMITS, new DecompressingTranscoder(new NativeTranscoder()));
                ServiceUser user = loopback.connect(
                        loopback.serve(ServiceProviders.ECHO.withStore(provider)),
                        AssociationOffer.NONE.with(UID.CTImageStorage, to))) {
            require(user.store(instance).outcome().status().isSuccess(), "not stored");
        }
        return received.get();
    }

    private static long passed(int frames, int frameLength) throws IOException {
        GeneratedObject source = new GeneratedObject(image(frames), JPEG_2000, new byte[frameLength], frames);
        require(source.length() > 1L << 32, "longer than 32 bits can tell");
        FrameIndex index = FrameIndex.of(send(source, JPEG_2000, JPEG_2000).object());
        require(index.frameCount() == frames, "frames are missing");
        ByteRange last = index.frame(frames).get(0);
        require(last.length() == frameLength && last.end() + 8 == source.length(), "the last frame is not the last");
        return source.length();
    }

    private static long decompressed(int frames) throws Exception {
        byte[] samples = Instances.ct(1).getBytes(Tag.PixelData);
        Frame frame = new Frame(PixelFormat.of(Instances.ct(1)), samples);
        byte[] encoded = new FrameEncoder().encode(frame, RLE).bytes();
        Received received = send(new GeneratedObject(image(frames), RLE, encoded, frames), RLE, EXPLICIT);
        BulkData all = new BulkData(VR.OW, 0, (long) frames * samples.length, false);
        require(
                received.object().dataset().getValue(Tag.PixelData) instanceof BulkData pixels
                        && pixels.length() == all.length(),
                "the pixels have another length");
        require(received.checksum() == checksum(frames, samples, all), "the pixels are others");
        return all.length();
    }

    private static long checksum(int frames, byte[] samples, BulkData all) throws IOException {
        Attributes expected = image(frames);
        expected.setValue(Tag.PixelData, VR.OW, all);
        CheckedOutputStream out = new CheckedOutputStream(OutputStream.nullOutputStream(), new CRC32());
        new DicomWriter(SequenceLength.EXPLICIT, value -> repeated(samples, frames))
                .writeDataset(expected, EXPLICIT, out);
        return out.getChecksum().getValue();
    }

    private static InputStream repeated(byte[] samples, int times) {
        Iterator<byte[]> each = Collections.nCopies(times, samples).iterator();
        return new SequenceInputStream(new Enumeration<>() {
            @Override
            public boolean hasMoreElements() {
                return each.hasNext();
            }

            @Override
            public InputStream nextElement() {
                return new ByteArrayInputStream(each.next());
            }
        });
    }

    private static void require(boolean held, String otherwise) {
        if (!held) {
            throw new IllegalStateException(otherwise);
        }
    }
}
