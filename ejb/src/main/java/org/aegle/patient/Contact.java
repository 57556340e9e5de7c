package org.aegle.patient;

import java.io.Serializable;

/** How a patient is reached. Absent parts are empty. */
public record Contact(
        String phone, String email, String addressLine, String city, String postalCode, String country, String language)
        implements Serializable {
    public static final Contact NONE = new Contact("", "", "", "", "", "", "");
}
