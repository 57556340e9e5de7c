package org.aegle.imaging.digitising;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import org.aegle.dicom.composition.BulkValue;
import org.aegle.imaging.arrival.RefusalReason;

/**
 * The pages of a picture's file, decoded in parts by the readers of the JDK. Those are made for good files: whatever they
 * throw is told as damage, and the sizes that they would make room for are looked at before. For one thread.
 */
final class PageReader implements Closeable {
    private static final int MOST_PAGES = 2000;

    private final FileKind kind;
    private final BulkValue file;
    private final RangedInput input;
    private final ImageReader reader;

    /** A step of a reader. */
    @FunctionalInterface
    private interface Step<T> {
        T run() throws IOException;
    }

    private PageReader(FileKind kind, BulkValue file, ImageReader reader) {
        this.kind = kind;
        this.file = file;
        this.reader = reader;
        this.input = new RangedInput(file);
        reader.setInput(input, false, kind != FileKind.TIFF);
    }

    /** @param kind a picture's */
    static PageReader open(FileKind kind, BulkValue file) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(kind.name());
        return new PageReader(kind, file, readers.next());
    }

    /** Numbers of the pages of a TIFF file, from 1 on, without the small copies that programs put beside a page. */
    List<Integer> tiffPages() throws IOException {
        int count = step(() -> reader.getNumImages(true));
        if (count > MOST_PAGES) {
            throw new UnfitFile(RefusalReason.OVER_LIMIT, count + " > " + MOST_PAGES);
        }
        List<Integer> pages = new ArrayList<>();
        for (int page = 0; page < count; page++) {
            int index = page;
            if (page == 0 || !step(() -> TiffPage.of(reader, index)).isReduced()) {
                pages.add(page + 1);
            }
        }
        return pages;
    }

    /** What a page is, by its headers; a page that is too large, or of colours that have no place, is refused. */
    PageLayout layout(int page) throws IOException {
        if (kind == FileKind.TIFF) {
            step(() -> TiffPage.of(reader, page)).check(file.length());
        }
        int width = step(() -> reader.getWidth(page));
        int height = step(() -> reader.getHeight(page));
        PageLayout.requireSize(width, height);
        ImageTypeSpecifier type = step(() -> rawType(page));
        PageLayout layout = new PageLayout(width, height, SampleKind.of(type.getColorModel()), type);
        layout.requireBytes(step(() -> reader.getTileWidth(page)), step(() -> reader.getTileHeight(page)));
        return layout;
    }

    private ImageTypeSpecifier rawType(int page) throws IOException {
        Iterator<ImageTypeSpecifier> types = reader.getImageTypes(page);
        return types.hasNext() ? types.next() : reader.getRawImageType(page);
    }

    /** What a page of a TIFF file tells beside its pixels. */
    FileFacts tiffFacts(int page) throws IOException {
        return step(() -> TiffPage.of(reader, page)).facts();
    }

    /** Decodes a part of a page. */
    BufferedImage band(int page, Rectangle part) throws IOException {
        ImageReadParam wanted = reader.getDefaultReadParam();
        wanted.setSourceRegion(part);
        return step(() -> reader.read(page, wanted));
    }

    /** Decodes all of a page to almost nothing, to see whether it can be decoded. */
    void check(int page, PageLayout layout) throws IOException {
        ImageReadParam wanted = reader.getDefaultReadParam();
        int step = Math.max(1, Math.max(layout.width(), layout.height()) / 64);
        wanted.setSourceSubsampling(step, step, 0, 0);
        step(() -> reader.read(page, wanted));
    }

    @Override
    public void close() throws IOException {
        reader.dispose();
        input.close();
    }

    private <T> T step(Step<T> step) throws IOException {
        try {
            return step.run();
        } catch (UnfitFile e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // The readers throw every kind of exception at broken files; the store's own faults come as they are.
            if (input.fault().isPresent()) {
                throw input.fault().get();
            }
            throw new UnfitFile(RefusalReason.DAMAGED_FILE, kind.name());
        }
    }
}
