package org.aegle.dimse;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.network.PresentationContext;
import org.aegle.dicom.network.dimse.DimseOutcome;
import org.aegle.dicom.network.dimse.DimseStatus;
import org.aegle.dicom.network.service.DimseRefusal;
import org.aegle.imaging.ImagingLevel;

/** Query/Retrieve Level (0008,0052) of an identifier. PS3.4 C.6.1.1, C.6.2.1. */
enum QueryRetrieveLevel {
    PATIENT(Tag.PatientID, ImagingLevel.PATIENT),
    STUDY(Tag.StudyInstanceUID, ImagingLevel.STUDY),
    SERIES(Tag.SeriesInstanceUID, ImagingLevel.SERIES),
    IMAGE(Tag.SOPInstanceUID, ImagingLevel.INSTANCE);

    private static final Set<String> PATIENT_ROOT = Set.of(
            UID.PatientRootQueryRetrieveInformationModelFind,
            UID.PatientRootQueryRetrieveInformationModelGet,
            UID.PatientRootQueryRetrieveInformationModelMove);

    private final int uniqueKey;
    private final ImagingLevel imaging;

    QueryRetrieveLevel(int uniqueKey, ImagingLevel imaging) {
        this.uniqueKey = uniqueKey;
        this.imaging = imaging;
    }

    /** The level that an identifier names; refuses one that its information model does not have. */
    static QueryRetrieveLevel of(PresentationContext context, Attributes identifier) {
        String name = identifier.getString(Tag.QueryRetrieveLevel, "").strip();
        boolean patientRoot = PATIENT_ROOT.contains(context.abstractSyntax());
        Optional<QueryRetrieveLevel> level = Arrays.stream(values())
                .filter(one -> one.name().equals(name))
                .filter(one -> patientRoot || one != PATIENT)
                .findFirst();
        return level.orElseThrow(() -> new DimseRefusal(new DimseOutcome(
                DimseStatus.DATASET_DOES_NOT_MATCH_SOP_CLASS,
                "Query/Retrieve Level must be " + (patientRoot ? "PATIENT, " : "") + "STUDY, SERIES or IMAGE",
                List.of(Tag.QueryRetrieveLevel))));
    }

    /** The key that tells the entities of this level apart. */
    int uniqueKey() {
        return uniqueKey;
    }

    /** The archive's word for it. */
    ImagingLevel imaging() {
        return imaging;
    }
}
