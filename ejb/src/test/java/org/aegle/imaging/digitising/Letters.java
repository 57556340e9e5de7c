package org.aegle.imaging.digitising;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/** PDF files of two pages. */
final class Letters {
    private Letters() {}

    static byte[] titled(String title) {
        return write(title, false);
    }

    /** With a password for its owner alone, so that everybody may read it with programs that know how. */
    static byte[] encrypted() {
        return write("", true);
    }

    private static byte[] write(String title, boolean encrypt) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.addPage(new PDPage());
            document.getDocumentInformation().setTitle(title);
            if (encrypt) {
                document.protect(new StandardProtectionPolicy("owner", "", new AccessPermission()));
            }
            document.save(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
