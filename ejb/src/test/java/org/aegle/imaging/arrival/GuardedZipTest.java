package org.aegle.imaging.arrival;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class GuardedZipTest {
    @Test
    void honestFilesShouldComeOut() throws IOException {
        byte[] content = new byte[100_000];
        new Random(1).nextBytes(content);
        try (GuardedZip zip = open(zip(content))) {
            assertEquals("DICOM/IM1", zip.next().getName());
            assertArrayEquals(content, zip.content().readAllBytes());
            assertNull(zip.next());
        }
    }

    @Test
    void aBombShouldBeStoppedWhileItUnpacks() throws IOException {
        try (GuardedZip zip = open(zip(new byte[100 << 20]))) {
            zip.next();
            assertThrows(GuardedZip.OverLimit.class, () -> zip.content().transferTo(OutputStream.nullOutputStream()));
        }
    }

    private static GuardedZip open(byte[] zip) throws IOException {
        return new GuardedZip(new ByteArrayInputStream(zip));
    }

    private static byte[] zip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("DICOM/IM1"));
            zip.write(content);
        }
        return bytes.toByteArray();
    }
}
