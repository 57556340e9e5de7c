package org.aegle.dicom.network.service;

import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.network.dimse.CGetRequest;

/**
 * A peer asks for instances over the same association.
 *
 * @param context where it came in
 * @param request SOP class and priority
 * @param identifier which instances
 */
public record GetOperation(OperationContext context, CGetRequest request, Attributes identifier) {}
