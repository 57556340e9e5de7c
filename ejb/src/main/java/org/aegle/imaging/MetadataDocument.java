package org.aegle.imaging;

/**
 * The metadata of a series: a DICOM JSON array with an object for each instance.
 *
 * @param version changes with the content
 * @param gzip the array, compressed
 */
public record MetadataDocument(String version, byte[] gzip) {}
