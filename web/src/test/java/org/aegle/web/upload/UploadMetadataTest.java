package org.aegle.web.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class UploadMetadataTest {
    @Test
    void valuesShouldBeDecodedFromBase64AsUtf8() {
        String name = Base64.getEncoder().encodeToString("Schädel/Bild 1.dcm".getBytes(StandardCharsets.UTF_8));
        UploadMetadata metadata = UploadMetadata.parse("filename " + name + ", filetype YXBwbGljYXRpb24=,is_private");
        assertEquals("Schädel/Bild 1.dcm", metadata.get("filename"));
        assertEquals("application", metadata.get("filetype"));
        assertEquals("", metadata.get("is_private"));
    }

    @Test
    void absentHeaderShouldHaveNoValues() {
        assertEquals("", UploadMetadata.parse("").get("filename"));
    }

    @Test
    void valueThatIsNoBase64ShouldBeRefused() {
        assertEquals(
                400,
                assertThrows(TusError.class, () -> UploadMetadata.parse("filename a*b"))
                        .status());
    }

    @Test
    void keyThatComesTwiceShouldBeRefused() {
        assertThrows(TusError.class, () -> UploadMetadata.parse("filename YQ==,filename Yg=="));
    }
}
