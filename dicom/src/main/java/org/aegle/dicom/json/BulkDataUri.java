package org.aegle.dicom.json;

import java.util.Optional;

/** Says where a value that is not written into the JSON can be fetched. PS3.18 F.2.2. */
@FunctionalInterface
public interface BulkDataUri {
    /** Values that are not in memory are left out. */
    BulkDataUri NONE = path -> Optional.empty();

    /** The URI of a value; empty when there is none, then the element is left out. */
    Optional<String> find(ElementPath path);
}
