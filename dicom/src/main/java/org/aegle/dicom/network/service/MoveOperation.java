package org.aegle.dicom.network.service;

import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.network.dimse.CMoveRequest;

/**
 * A peer asks to send instances to somebody.
 *
 * @param context where it came in
 * @param request SOP class, priority and destination
 * @param identifier which instances
 */
public record MoveOperation(OperationContext context, CMoveRequest request, Attributes identifier) {}
