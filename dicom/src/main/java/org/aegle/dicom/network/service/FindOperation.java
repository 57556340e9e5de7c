package org.aegle.dicom.network.service;

import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.network.dimse.CFindRequest;

/**
 * A query.
 *
 * @param context where it came in
 * @param request SOP class and priority
 * @param identifier the keys: values to match, empty ones to be returned
 */
public record FindOperation(OperationContext context, CFindRequest request, Attributes identifier) {}
