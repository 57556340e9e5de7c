package org.aegle.dicom.image.codec.jpegls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.aegle.dicom.image.FrameException.MalformedFrame;
import org.junit.jupiter.api.Test;

class ModelTest {
    private final Model model = new Model(CodingParameters.standard(4095, 0));

    @Test
    void orderShouldGrowWithTheErrors() throws MalformedFrame {
        int before = model.golombOrder(1);
        model.update(1, 2000);
        assertEquals(11, model.golombOrder(1), "2 << 10 is below the 2064 that two samples tell of");
        assertEquals(before, model.golombOrder(2));
    }

    /** A spoilt codestream can tell errors beyond any sample; a search for their order once went on for ever. */
    @Test
    void errorsBeyondAnySampleShouldBeRefused() {
        for (int i = 0; i < 7; i++) {
            model.update(1, 1 << 28);
        }
        assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> assertThrows(MalformedFrame.class, () -> model.golombOrder(1)));
    }
}
