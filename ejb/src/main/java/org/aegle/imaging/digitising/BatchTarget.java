package org.aegle.imaging.digitising;

import java.io.IOException;
import java.io.InputStream;
import org.aegle.dicom.data.Attributes;
import org.aegle.imaging.arrival.DescribedInstances;
import org.aegle.imaging.arrival.InstanceBatch;
import org.aegle.imaging.arrival.ObjectIdentity;

/** The archive: objects are composed and arrive like those of every other door. */
record BatchTarget(InstanceBatch batch, DescribedInstances instances) implements ObjectTarget {
    @Override
    public void bulkData(String location, String mediaType, String transferSyntaxUid, InputStream content)
            throws IOException {
        instances.bulkData(location, mediaType, transferSyntaxUid, content);
    }

    @Override
    public void object(Attributes metadata) throws IOException {
        instances.describe(metadata);
        // Bulk data that was lost for want of room is told now, so that outcomes stay in the order of pages.
        instances.end();
    }

    @Override
    public void refuse(ObjectIdentity identity, UnfitFile unfit) {
        batch.refuse(identity, unfit.reason(), unfit.getMessage());
    }
}
