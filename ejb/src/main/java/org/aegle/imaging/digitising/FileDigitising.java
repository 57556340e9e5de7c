package org.aegle.imaging.digitising;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.aegle.dicom.composition.BulkValue;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.image.EncodedFrame;
import org.aegle.dicom.image.Frame;
import org.aegle.dicom.image.FrameEncoder;
import org.aegle.dicom.image.FrameException;
import org.aegle.dicom.image.PixelFormat;
import org.aegle.dicom.io.TransferSyntax;

/**
 * One file on its way to objects. A JPEG that stands upright keeps its codestream; all other pictures are decoded, and
 * compressed without loss where they are of a usual size. Each page has one outcome, and one that is unfit
 * never stops the others. For one thread.
 */
final class FileDigitising {
    /** Samples that are held, and compressed, at once; a page with more becomes native pixel data piece by piece. */
    private static final long COMPRESSED = 64L << 20;

    private static final TransferSyntax LOSSLESS =
            TransferSyntax.find(UID.JPEGLosslessSV1).orElseThrow();

    private final DigitisedObjects objects;
    private final ObjectTarget target;

    FileDigitising(DigitisedObjects objects, ObjectTarget target) {
        this.objects = objects;
        this.target = target;
    }

    /** A page, from 1 on, that may turn out unfit. */
    @FunctionalInterface
    private interface Page {
        void store(int number) throws IOException;
    }

    void store(BulkValue file) throws IOException {
        store(1, first -> storeFile(file));
    }

    private void store(int number, Page page) throws IOException {
        try {
            page.store(number);
        } catch (UnfitFile e) {
            target.refuse(objects.identity(number), e);
        }
    }

    private void storeFile(BulkValue file) throws IOException {
        FileKind kind = FileKind.of(file.start(FileKind.LEAD));
        switch (kind) {
            case PDF -> storeDocument(file);
            case JPEG -> storeJpeg(file);
            case PNG -> {
                FileFacts facts = PngChunks.read(file);
                try (PageReader reader = PageReader.open(kind, file)) {
                    storePage(reader, 1, facts, reader.layout(0));
                }
            }
            case TIFF -> storeTiff(file);
        }
    }

    private void storeDocument(BulkValue file) throws IOException {
        String title = PdfFile.check(file);
        try (InputStream in = file.open(0, file.length())) {
            target.bulkData(location(1), "application/pdf", "", in);
        }
        target.object(objects.document(title, location(1)));
    }

    private void storeJpeg(BulkValue file) throws IOException {
        JpegFile jpeg = JpegFile.of(file);
        PageLayout.requireSize(jpeg.image().columns(), jpeg.image().rows());
        if (!jpeg.isDecodable()) {
            storeCodestream(jpeg);
            return;
        }
        try (PageReader reader = PageReader.open(FileKind.JPEG, jpeg.codestream())) {
            PageLayout layout = reader.layout(0);
            if (jpeg.isFinal()) {
                reader.check(0, layout);
                storeCodestream(jpeg);
            } else {
                Attributes image = objects.image(1, jpeg.facts(), "");
                ImagePixels.lost(image, jpeg.image(), jpeg.codestream().length());
                storePixels(reader, 1, jpeg.facts(), layout, image);
            }
        }
    }

    private void storeCodestream(JpegFile jpeg) throws IOException {
        Attributes image = objects.image(1, jpeg.facts(), "");
        ImagePixels.refer(image, location(1), VR.OB);
        if (jpeg.image().samples() > 1) {
            ImagePixels.colour(image, jpeg.facts().iccProfile());
        }
        try (InputStream in = jpeg.codestream().open(0, jpeg.codestream().length())) {
            target.bulkData(location(1), "image/jpeg", "", in);
        }
        target.object(image);
    }

    private void storeTiff(BulkValue file) throws IOException {
        try (PageReader reader = PageReader.open(FileKind.TIFF, file)) {
            for (int number : reader.tiffPages()) {
                store(number, page -> storePage(reader, page, reader.tiffFacts(page - 1), reader.layout(page - 1)));
            }
        }
    }

    private void storePage(PageReader reader, int number, FileFacts facts, PageLayout layout) throws IOException {
        storePixels(reader, number, facts, layout, objects.image(number, facts, layout.derivation()));
    }

    private void storePixels(PageReader reader, int number, FileFacts facts, PageLayout layout, Attributes image)
            throws IOException {
        UprightPixels pixels = new UprightPixels(reader, number - 1, layout, facts.orientation());
        PixelFormat format = layout.samples().format(pixels.rows(), pixels.columns());
        ImagePixels.describe(image, format);
        ImagePixels.refer(image, location(number), format.bitsAllocated() > Byte.SIZE ? VR.OW : VR.OB);
        if (layout.samples().isColour()) {
            ImagePixels.colour(image, facts.iccProfile());
        }
        if (layout.bytes() <= COMPRESSED) {
            byte[] codestream = compressed(new Frame(format, pixels.readAllBytes()));
            target.bulkData(location(number), "image/jpeg", LOSSLESS.uid(), new ByteArrayInputStream(codestream));
        } else {
            target.bulkData(location(number), "application/octet-stream", "", pixels);
        }
        target.object(image);
    }

    private static byte[] compressed(Frame frame) throws IOException {
        try {
            EncodedFrame encoded = new FrameEncoder().encode(frame, LOSSLESS);
            return encoded.bytes();
        } catch (FrameException e) {
            throw new IOException("a page could not be compressed", e);
        }
    }

    private static String location(int page) {
        return "page/" + page;
    }
}
