package org.aegle.dicom.image;

import static org.aegle.dicom.image.SyntheticImage.bytes;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;
import org.junit.jupiter.api.Test;

class IccProfileTest {
    private static SyntheticImage image() {
        return SyntheticImage.colour(1, "RGB", 8, 1, 2, 3);
    }

    @Test
    void profilesShouldGoWithThePictureOnRequest() throws FrameException {
        SyntheticImage image = image().with(Tag.ICCProfile, VR.OB, bytes(1, 2, 3, 4));
        assertArrayEquals(bytes(1, 2, 3, 4), image.render(RenderRequest.DEFAULT).iccProfile());
        assertArrayEquals(
                bytes(),
                image.render(RenderRequest.DEFAULT.withIccProfile(false)).iccProfile());
        assertArrayEquals(bytes(), image().render(RenderRequest.DEFAULT).iccProfile());
    }

    @Test
    void framesShouldHaveTheProfileOfTheirOpticalPath() throws FrameException {
        SyntheticImage image = image();
        for (int path = 1; path <= 2; path++) {
            String identifier = String.valueOf(path);
            byte[] profile = bytes(path, path);
            image.withItem(Tag.OpticalPathSequence, item -> {
                        item.setString(Tag.OpticalPathIdentifier, VR.SH, identifier);
                        item.setBytes(Tag.ICCProfile, VR.OB, profile);
                    })
                    .withItem(Tag.PerFrameFunctionalGroupsSequence, frame -> frame.newSequence(
                                    Tag.OpticalPathIdentificationSequence, 1)
                            .newItem()
                            .setString(Tag.OpticalPathIdentifier, VR.SH, identifier));
        }
        RenderRequest second = RenderRequest.DEFAULT.withFrameNumber(2);
        assertArrayEquals(bytes(2, 2), image.render(second).iccProfile());
        assertArrayEquals(bytes(1, 1), image.render(RenderRequest.DEFAULT).iccProfile());
    }
}
