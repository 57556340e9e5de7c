package org.aegle.patient;

/**
 * An earlier or the present version, with who made it.
 *
 * @param operation CREATE or UPDATE
 */
public record PatientVersion(PatientView patient, String author, String operation) {}
