package org.aegle.dicom.deidentify;

import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;

/** Items of the Graphic Annotation Sequence. PS3.3 C.10.5. */
final class GraphicAnnotations {
    private GraphicAnnotations() {}

    /** Puts a text that tells nothing in place of all texts and figures of an item. */
    static void blank(Attributes item) {
        item.remove(Tag.GraphicObjectSequence);
        item.remove(Tag.CompoundGraphicSequence);
        Attributes text = item.newSequence(Tag.TextObjectSequence, 1).newItem();
        text.setString(Tag.BoundingBoxAnnotationUnits, VR.CS, "DISPLAY");
        text.setString(Tag.UnformattedTextValue, VR.ST, DummyValues.TEXT);
        text.setDouble(Tag.BoundingBoxTopLeftHandCorner, VR.FL, 0, 0);
        text.setDouble(Tag.BoundingBoxBottomRightHandCorner, VR.FL, 1, 1);
        text.setString(Tag.BoundingBoxTextHorizontalJustification, VR.CS, "LEFT");
    }
}
