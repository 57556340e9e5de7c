package org.aegle.dicom.io;

import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;

/**
 * The header of a Part 10 file: what object it holds and how it is encoded. PS3.10 7.1.
 *
 * @param attributes the elements of group 0002
 */
public record FileMetaInformation(Attributes attributes) {
    /** Implementation Class UID of this library, derived from a UUID. PS3.5 B.2. */
    public static final String IMPLEMENTATION_CLASS_UID = "2.25.336696249897007962029985852939098402561";

    /** Implementation Version Name of this library. */
    public static final String IMPLEMENTATION_VERSION_NAME = "AEGLE_0_1";

    /** The header for an object to be written by this library. */
    public static FileMetaInformation of(String sopClassUid, String sopInstanceUid, TransferSyntax syntax) {
        Attributes attributes = new Attributes();
        attributes.setBytes(Tag.FileMetaInformationVersion, VR.OB, new byte[] {0, 1});
        attributes.setString(Tag.MediaStorageSOPClassUID, VR.UI, sopClassUid);
        attributes.setString(Tag.MediaStorageSOPInstanceUID, VR.UI, sopInstanceUid);
        attributes.setString(Tag.TransferSyntaxUID, VR.UI, syntax.uid());
        attributes.setString(Tag.ImplementationClassUID, VR.UI, IMPLEMENTATION_CLASS_UID);
        attributes.setString(Tag.ImplementationVersionName, VR.SH, IMPLEMENTATION_VERSION_NAME);
        return new FileMetaInformation(attributes);
    }

    /** The header for a data set to be written by this library, from its SOP Common module. */
    public static FileMetaInformation of(Attributes dataset, TransferSyntax syntax) {
        return of(dataset.getString(Tag.SOPClassUID), dataset.getString(Tag.SOPInstanceUID), syntax);
    }

    /** SOP class of the object; empty when not told. */
    public String mediaStorageSopClassUid() {
        return attributes.getString(Tag.MediaStorageSOPClassUID);
    }

    /** SOP instance of the object; empty when not told. */
    public String mediaStorageSopInstanceUid() {
        return attributes.getString(Tag.MediaStorageSOPInstanceUID);
    }

    /** Transfer syntax of the data set; empty when not told. */
    public String transferSyntaxUid() {
        return attributes.getString(Tag.TransferSyntaxUID);
    }

    /** The AE title that wrote the file; empty when not told. */
    public String sourceApplicationEntityTitle() {
        return attributes.getString(Tag.SourceApplicationEntityTitle);
    }
}
