package org.aegle.dicom.phantom;

import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;

/**
 * Axial sections of a head: where each lies. PS3.3 C.7.6.2.
 *
 * @param matrix rows and columns
 * @param count number of sections
 * @param fieldOfView side of the square section, mm
 * @param lowest z of the lowest section, mm from the middle of the skull
 * @param spacing distance of sections, mm
 * @param thickness thickness of a section, mm
 */
record AxialSections(int matrix, int count, double fieldOfView, double lowest, double spacing, double thickness) {
    double pixelSpacing() {
        return fieldOfView / matrix;
    }

    /** Position of the middle of the first column or row. */
    double first() {
        return -fieldOfView / 2 + pixelSpacing() / 2;
    }

    /** z of a section counted from 0, from below. */
    double z(int section) {
        return lowest + section * spacing;
    }

    /** Sets the Image Plane and Frame of Reference modules of a section. */
    void setPlane(Attributes image, int section, String frameOfReferenceUid) {
        image.setDouble(Tag.ImagePositionPatient, VR.DS, first(), first(), z(section));
        image.setDouble(Tag.ImageOrientationPatient, VR.DS, 1, 0, 0, 0, 1, 0);
        image.setDouble(Tag.PixelSpacing, VR.DS, pixelSpacing(), pixelSpacing());
        image.setDouble(Tag.SliceThickness, VR.DS, thickness);
        image.setDouble(Tag.SpacingBetweenSlices, VR.DS, spacing);
        image.setDouble(Tag.SliceLocation, VR.DS, z(section));
        image.setString(Tag.FrameOfReferenceUID, VR.UI, frameOfReferenceUid);
        image.setNull(Tag.PositionReferenceIndicator, VR.LO);
        image.setString(Tag.PatientPosition, VR.CS, "HFS");
    }
}
