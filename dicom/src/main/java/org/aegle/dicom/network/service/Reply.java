package org.aegle.dicom.network.service;

import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.network.dimse.DimseResponse;

/**
 * A response with its data set.
 *
 * @param response the response
 * @param dataset its data set; empty when it has none
 */
record Reply(DimseResponse response, Attributes dataset) {
    /** A response without data set. */
    Reply(DimseResponse response) {
        this(response, new Attributes());
    }
}
