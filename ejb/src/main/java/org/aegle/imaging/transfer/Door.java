package org.aegle.imaging.transfer;

/** The ways by which images come and go. */
public enum Door {
    /** Associations of DICOM partners. PS3.8. */
    DIMSE,
    /** Storing by DICOMweb. PS3.18 10.5. */
    STOW,
    /** Retrieving whole objects by DICOMweb, as by WADO-URI. PS3.18 10.4 and 9. */
    WADO,
    /** A file set to take away. */
    ZIP,
    /** Uploads in the portal. */
    UPLOAD
}
