package org.aegle.dicom.phantom;

import java.time.LocalDate;

/**
 * Whose images they shall be. PS3.3 C.7.1.1.
 *
 * @param name Patient's Name, "Lovelace^Ada"
 * @param id Patient ID
 * @param issuer Issuer of Patient ID; may be empty
 * @param birthDate Patient's Birth Date
 * @param sex Patient's Sex: "F", "M" or "O"
 */
public record PhantomPatient(String name, String id, String issuer, LocalDate birthDate, String sex) {}
