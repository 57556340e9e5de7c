package org.aegle.dicom.composition;

/**
 * A value that came beside the metadata.
 *
 * @param mediaType its type without parameters, in lower case: "image/jpeg"
 * @param transferSyntaxUid the transfer-syntax parameter of the type, or empty. PS3.18 8.7.3.5
 * @param value its bytes
 */
public record BulkPart(String mediaType, String transferSyntaxUid, BulkValue value) {}
