package org.aegle.dicom.composition;

import org.aegle.dicom.composition.CompositionException.Reason;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.io.TransferSyntax;

/** Transfer syntax and attributes of a video. PS3.5 8.2.7 to 8.2.11, PS3.3 C.7.6.5. */
final class VideoModule {
    private static final int HIGH = 100;
    private static final int STEREO_HIGH = 128;
    private static final int HEVC_LEVEL_5_1 = 153;

    private VideoModule() {}

    /** @param fragmented in more than one fragment */
    static TransferSyntax transferSyntax(Mp4Video video, boolean fragmented) throws CompositionException {
        String uid = video.codec().equals("avc1") ? avc(video) : hevc(video);
        boolean fragmentable = video.codec().equals("avc1");
        if (fragmented && !fragmentable) {
            throw new CompositionException(Reason.TOO_LONG, "HEVC of more than 2 GiB");
        }
        return TransferSyntax.find(fragmented ? uid + ".1" : uid).orElseThrow();
    }

    /** A decoder of the High Profile decodes those below it too. */
    private static String avc(Mp4Video video) throws CompositionException {
        if (video.profile() <= HIGH && video.level() <= 41) {
            return UID.MPEG4HP41;
        }
        if (video.profile() <= HIGH && video.level() <= 42) {
            return UID.MPEG4HP422D;
        }
        if (video.profile() == STEREO_HIGH && video.level() <= 42) {
            return UID.MPEG4HP42STEREO;
        }
        throw new CompositionException(
                Reason.UNSUPPORTED, "H.264 of profile " + video.profile() + ", level " + video.level() / 10d);
    }

    private static String hevc(Mp4Video video) throws CompositionException {
        boolean main = video.profile() == 1 || video.profile() == 2;
        if (!main || video.level() > HEVC_LEVEL_5_1) {
            throw new CompositionException(
                    Reason.UNSUPPORTED, "H.265 of profile " + video.profile() + ", level " + video.level() / 30d);
        }
        return video.profile() == 1 ? UID.HEVCMP51 : UID.HEVCM10P51;
    }

    static void describe(Mp4Video video, Attributes image) throws CompositionException {
        ImageModule module = new ImageModule(image);
        module.agree(Tag.Rows, video.rows());
        module.agree(Tag.Columns, video.columns());
        module.agree(Tag.SamplesPerPixel, 3);
        boolean deep = video.codec().equals("hvc1") && video.profile() == 2;
        module.agree(Tag.BitsAllocated, deep ? 16 : 8);
        module.agree(Tag.BitsStored, deep ? 10 : 8);
        module.agree(Tag.HighBit, deep ? 9 : 7);
        module.agree(Tag.PixelRepresentation, 0);
        module.fill(Tag.PlanarConfiguration, 0);
        module.fill(Tag.PhotometricInterpretation, "YBR_PARTIAL_420");
        module.describeLoss(video.codec().equals("avc1") ? "ISO_14496_10" : "ISO_23008_2");
        describeFrames(video, image, module);
    }

    private static void describeFrames(Mp4Video video, Attributes image, ImageModule module)
            throws CompositionException {
        if (video.frames() > 0) {
            module.agree(Tag.NumberOfFrames, video.frames());
        } else if (!image.containsValue(Tag.NumberOfFrames)) {
            throw new CompositionException(Reason.CONTRADICTION, "neither NumberOfFrames nor the MP4 tells the frames");
        }
        if (video.rate() > 0) {
            module.fill(Tag.CineRate, Math.max(1, (int) Math.round(video.rate())));
            if (!image.containsValue(Tag.FrameTime)) {
                image.setDouble(Tag.FrameTime, VR.DS, Math.round(1_000_000 / video.rate()) / 1000d);
            }
            if (!image.containsValue(Tag.FrameIncrementPointer)) {
                image.setString(Tag.FrameIncrementPointer, VR.AT, "00181063");
            }
        }
    }
}
