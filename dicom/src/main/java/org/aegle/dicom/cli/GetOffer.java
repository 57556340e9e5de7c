package org.aegle.dicom.cli;

import java.util.List;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.io.TransferSyntax;
import org.aegle.dicom.network.pdu.RoleSelection;
import org.aegle.dicom.network.service.AssociationOffer;

/**
 * What a C-GET proposes. An association has room for 128 contexts: the usual kinds of images in the usual transfer
 * syntaxes, and documents in native ones. Each compressed syntax has a context of its own, so that every instance can come
 * as it is kept.
 */
final class GetOffer {
    private static final List<TransferSyntax> NATIVE =
            List.of(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN);
    private static final List<String> COMPRESSED = List.of(
            UID.JPEGBaseline8Bit,
            UID.JPEGLosslessSV1,
            UID.JPEGLSLossless,
            UID.JPEG2000Lossless,
            UID.JPEG2000,
            UID.RLELossless);
    private static final List<String> IMAGES = List.of(
            UID.ComputedRadiographyImageStorage,
            UID.DigitalXRayImageStorageForPresentation,
            UID.DigitalMammographyXRayImageStorageForPresentation,
            UID.BreastTomosynthesisImageStorage,
            UID.CTImageStorage,
            UID.EnhancedCTImageStorage,
            UID.MRImageStorage,
            UID.EnhancedMRImageStorage,
            UID.UltrasoundImageStorage,
            UID.UltrasoundMultiFrameImageStorage,
            UID.XRayAngiographicImageStorage,
            UID.XRayRadiofluoroscopicImageStorage,
            UID.NuclearMedicineImageStorage,
            UID.PositronEmissionTomographyImageStorage,
            UID.SecondaryCaptureImageStorage,
            UID.VLPhotographicImageStorage);
    private static final List<String> DOCUMENTS = List.of(
            UID.BasicTextSRStorage,
            UID.EnhancedSRStorage,
            UID.ComprehensiveSRStorage,
            UID.KeyObjectSelectionDocumentStorage,
            UID.XRayRadiationDoseSRStorage,
            UID.GrayscaleSoftcopyPresentationStateStorage,
            UID.SegmentationStorage,
            UID.EncapsulatedPDFStorage,
            UID.RTStructureSetStorage,
            UID.RTPlanStorage,
            UID.RTDoseStorage);

    private GetOffer() {}

    /** The offer for an information model, with the SOP classes asked for or else the usual ones. */
    static AssociationOffer of(String modelUid, List<String> asked) {
        AssociationOffer offer = AssociationOffer.NONE.with(modelUid, NATIVE);
        for (String sopClassUid : asked.isEmpty() ? IMAGES : asked) {
            offer = withImage(offer, sopClassUid);
        }
        return asked.isEmpty() ? offer.withStorageScp(DOCUMENTS, NATIVE) : offer;
    }

    private static AssociationOffer withImage(AssociationOffer offer, String sopClassUid) {
        int more = COMPRESSED.size() + 1;
        if (offer.contexts().size() + more > AssociationOffer.MOST_CONTEXTS) {
            throw new UsageException("These are more SOP classes than one association can take");
        }
        AssociationOffer result = offer.with(sopClassUid, NATIVE).with(new RoleSelection(sopClassUid, false, true));
        for (String uid : COMPRESSED) {
            result = result.with(sopClassUid, TransferSyntax.find(uid).orElseThrow());
        }
        return result;
    }
}
