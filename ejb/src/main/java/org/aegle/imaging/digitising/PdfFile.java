package org.aegle.imaging.digitising;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.aegle.dicom.composition.BulkValue;
import org.aegle.imaging.arrival.RefusalReason;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** Whether a PDF can be read by everybody who opens the object. ISO 32000-1 7.5, 7.6. */
final class PdfFile {
    private static final int TAIL = 64 << 10;
    private static final long MEMORY = 64L << 20;
    private static final Pattern ENCRYPTED = Pattern.compile("/Encrypt\\s*(?:<<|\\d+\\s+\\d+\\s+R)");

    private PdfFile() {}

    /** The title that it tells of itself, or empty. Refuses what is encrypted, damaged or cut off. */
    static String check(BulkValue file) throws IOException {
        String tail = tail(file);
        if (ENCRYPTED.matcher(tail).find()) {
            throw new UnfitFile(RefusalReason.ENCRYPTED_FILE, "PDF");
        }
        if (!tail.contains("%%EOF")) {
            throw damaged();
        }
        try (RangedPdf input = new RangedPdf(file)) {
            return read(input);
        }
    }

    private static String read(RangedPdf input) throws IOException {
        try (PDDocument document =
                Loader.loadPDF(input, "", null, null, MemoryUsageSetting.setupMainMemoryOnly(MEMORY).streamCache)) {
            if (document.isEncrypted()) {
                throw new UnfitFile(RefusalReason.ENCRYPTED_FILE, "PDF");
            }
            if (document.getNumberOfPages() == 0 || document.getPage(0) == null) {
                throw damaged();
            }
            return title(document.getDocumentInformation().getTitle());
        } catch (InvalidPasswordException | NoClassDefFoundError e) {
            // What is encrypted for the holder of a certificate asks for a library that is not here.
            throw new UnfitFile(RefusalReason.ENCRYPTED_FILE, "PDF");
        } catch (UnfitFile e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            if (input.fault().isPresent()) {
                throw input.fault().get();
            }
            throw damaged();
        }
    }

    private static String title(String told) {
        String plain =
                told == null ? "" : told.replaceAll("[\\p{Cntrl}\\\\]", " ").strip();
        return plain.substring(0, Math.min(plain.length(), 1024));
    }

    private static String tail(BulkValue file) throws IOException {
        int length = (int) Math.min(TAIL, file.length());
        try (var in = file.open(file.length() - length, length)) {
            return new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
        }
    }

    private static UnfitFile damaged() {
        return new UnfitFile(RefusalReason.DAMAGED_FILE, "PDF");
    }
}
