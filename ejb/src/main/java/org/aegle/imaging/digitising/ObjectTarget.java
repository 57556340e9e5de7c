package org.aegle.imaging.digitising;

import java.io.IOException;
import java.io.InputStream;
import org.aegle.dicom.data.Attributes;
import org.aegle.imaging.arrival.ObjectIdentity;

/** Where the pages of a file go, each as bulk data and then as the object that it is of; one outcome for each. */
interface ObjectTarget {
    /**
     * Takes bulk data to the end of its stream; nothing of it is kept when that breaks off.
     *
     * @param transferSyntaxUid of a codestream, or empty
     */
    void bulkData(String location, String mediaType, String transferSyntaxUid, InputStream content) throws IOException;

    /** Makes the object, all bulk data of which came before. */
    void object(Attributes metadata) throws IOException;

    /** A page becomes no object. */
    void refuse(ObjectIdentity identity, UnfitFile unfit);
}
